import './styles/main.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from './app/i18n.ts';
import { queryClient, router } from './app/router.tsx';
import { sessionOptions } from './data/session.ts';

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no #root');

// Who is here and what there is to see are asked for while the strings are on their way.
void queryClient.prefetchQuery(sessionOptions);
void router.load();
await startI18n();
createRoot(container).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  const register = () => void navigator.serviceWorker.register('/sw.js');
  // After everything the reader waits for; the words above may well have come later than the page itself.
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
}
