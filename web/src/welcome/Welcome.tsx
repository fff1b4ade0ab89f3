import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountFrame } from '../account/AccountFrame.tsx';
import { languagesOfBrowser } from '../account/languages-of-browser.ts';
import { currentLanguage } from '../app/i18n.ts';
import { useSignUp } from '../data/accounts.ts';
import { useHouse } from '../data/house.ts';
import { useMe } from '../data/session.ts';
import { useProblemText } from '../ui/use-problem-text.ts';
import { ClaimHouse } from './ClaimHouse.tsx';
import { Closed } from './Closed.tsx';
import { InterestsStep } from './InterestsStep.tsx';
import { LanguagesStep } from './LanguagesStep.tsx';
import { belongsToFirstStep, bodyOf, type Draft } from './new-account.ts';
import { Progress } from './Progress.tsx';
import { Seated } from './Seated.tsx';
import { SeatStep } from './SeatStep.tsx';

/** Sign-up. Who already has a seat is shown on. */
export function Welcome() {
  const { next, operator } = useSearch({ from: '/welcome' });
  const [isJoining, setJoining] = useState(false);
  const me = useMe();
  const house = useHouse().data;
  if (me && isJoining) return <Seated me={me} next={next} />;
  if (me && operator) return me.role === 'operator' ? <Navigate to="/" replace /> : <ClaimHouse token={operator} />;
  if (me) return <Navigate to={next ?? '/'} replace />;
  if (house && !house.signUp.isOpen && !operator) return <Closed next={next} />;
  return <SignUp next={next} operator={operator} onJoin={() => setJoining(true)} />;
}

interface SignUpProps {
  next: string | undefined;
  operator: string | undefined;
  onJoin: () => void;
}

/** The step stands in the address, so that the browser's way back leads to the step before. */
function SignUp({ next, operator, onJoin }: SignUpProps) {
  const { t } = useTranslation('account');
  const [draft, setDraft] = useState(emptyDraft);
  const [step, goTo] = useStep(draft.handle !== '');
  const signUp = useSignUp();
  const problemText = useProblemText();
  const change = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }));
    if (signUp.isError) signUp.reset();
  };
  const acceptedRulesVersion = useHouse().data?.rulesVersion ?? 1;
  const submit = () => {
    onJoin();
    signUp.mutate(
      bodyOf(draft, { interfaceLanguage: currentLanguage(), acceptedRulesVersion, operatorToken: operator }),
      {
        onError: (error) => belongsToFirstStep(error) && goTo(1),
      },
    );
  };
  const screens: Record<Step, ReactNode> = {
    1: <SeatStep draft={draft} change={change} refusal={signUp.error} next={next} onDone={() => goTo(2)} />,
    2: <LanguagesStep draft={draft} change={change} onDone={() => goTo(3)} />,
    3: (
      <InterestsStep
        draft={draft}
        change={change}
        isBusy={signUp.isPending}
        problem={signUp.error && !belongsToFirstStep(signUp.error) ? problemText(signUp.error) : undefined}
        becomesOperator={operator !== undefined}
        onDone={submit}
      />
    ),
  };
  return (
    <AccountFrame
      key={step}
      title={t(`${names[step]}.title`)}
      body={t(`${names[step]}.body`)}
      progress={<Progress step={step} />}
      scene={step === 3 ? 'none' : 'low'}
      onBack={step === 1 ? undefined : () => goTo(step === 3 ? 2 : 1)}
    >
      {screens[step]}
    </AccountFrame>
  );
}

type Step = 1 | 2 | 3;
const names = { 1: 'seat', 2: 'languages', 3: 'interests' } as const;

function useStep(isBegun: boolean): [Step, (step: Step) => void] {
  const navigate = useNavigate({ from: '/welcome' });
  const asked = useSearch({ from: '/welcome', select: (search) => search.step });
  const step = isBegun && (asked === 2 || asked === 3) ? asked : 1;
  const goTo = (to: Step) =>
    void navigate({ search: ({ step: _, ...rest }) => (to === 1 ? rest : { ...rest, step: to }), replace: to < step });
  return [step, goTo];
}

function emptyDraft(): Draft {
  return {
    method: 'password',
    handle: '',
    password: '',
    address: '',
    code: '',
    languagesRead: languagesOfBrowser(navigator.languages),
    interests: [],
  };
}
