import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { contractForBrowser } from './contract-for-browser.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Where the server answers while the client is developed; `npm run dev -- --port` says another. */
const house = process.env.TEAHOUSE_HOUSE ?? 'http://127.0.0.1:3000';
const proxied = Object.fromEntries(['/api', '/media', '/share'].map((path) => [path, { target: house }]));

const everyScreenNeeds =
  /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack|i18next|react-i18next|thumbhash)\//;

export default defineConfig({
  root: here('.'),
  plugins: [
    contractForBrowser(),
    react(),
    tailwindcss(),
    VitePWA({
      strategies: 'generateSW',
      registerType: 'autoUpdate',
      injectRegister: false,
      manifest: false,
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,webmanifest}'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api\//, /^\/media\//, /^\/share\//, /^\/health/],
        runtimeCaching: [],
      },
    }),
  ],
  resolve: {
    alias: { zod: here('src/data/schemas-without-checks.ts') },
  },
  server: { proxy: proxied },
  preview: { proxy: proxied },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    sourcemap: false,
    rolldownOptions: {
      output: {
        // What every screen needs travels as one file that changes only when a library does; what the front door needs
        // of our own as another: together it compresses a quarter better than in forty pieces.
        codeSplitting: {
          groups: [
            { name: 'libraries', test: everyScreenNeeds },
            { name: 'front-door', tags: ['$initial'] },
          ],
        },
      },
    },
  },
});
