import { Link } from '@tanstack/react-router';
import { textAddressOf } from '@teahouse/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../app/i18n.ts';
import { type Statement, useRules } from '../data/moderation-statements.ts';
import { FoundText } from '../translation/FoundText.tsx';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { AppealSheet } from './AppealSheet.tsx';
import { AppealState } from './AppealState.tsx';

/** Actions nobody appeals against: they give something back. */
const favourable: ReadonlySet<Statement['action']> = new Set(['restore', 'dismiss', 'unsuspend']);

export function StatementCard({ statement }: { statement: Statement }) {
  const { t } = useTranslation('rules');
  const [isAppealing, setAppealing] = useState(false);
  const { action, subject, rule, appeal } = statement;
  const isFavourable = favourable.has(action);
  return (
    <article className="flex flex-col gap-3.5 rounded-(--radius-card) border border-line bg-raised p-4 wide:p-5">
      <header className="flex flex-col gap-1">
        <div className="flex items-center justify-between gap-3">
          <h2
            className={classNames(
              'rounded-full px-2.5 py-0.5 text-small font-medium',
              isFavourable ? 'bg-jade-soft text-jade' : 'bg-amber-soft text-amber',
            )}
          >
            {t(`statements.action.${action}`)}
          </h2>
          <RelativeTime at={statement.decidedAt} className="text-small text-quiet" />
        </div>
        <p className="text-soft">{t(`statements.meaning.${action}`)}</p>
      </header>
      <Subject subject={subject} />
      <RuleCited rule={rule} />
      <div>
        <h3 className="text-small font-medium text-quiet">
          {t('statements.why')} · {t(`statements.source.${statement.source}`)}
        </h3>
        {statement.explanation ? (
          <FoundText
            address={textAddressOf('statement.explanation', statement.id)}
            text={statement.explanation}
            className="text-soft"
          />
        ) : null}
      </div>
      {appeal ? <AppealState appeal={appeal} /> : null}
      {!appeal && !isFavourable ? (
        <Button className="self-start" onClick={() => setAppealing(true)}>
          {t('statements.appeal.ask')}
        </Button>
      ) : null}
      {isAppealing ? <AppealSheet decisionId={statement.id} onClose={() => setAppealing(false)} /> : null}
    </article>
  );
}

/** What it was about, in the member's own words. */
function Subject({ subject }: Pick<Statement, 'subject'>) {
  const { t } = useTranslation('rules');
  return (
    <div className="rounded-xl bg-sunken px-3.5 py-2.5">
      <p className="text-small text-quiet">{t(`statements.subject.${subject.kind}`)}</p>
      {subject.excerpt ? (
        <p dir="auto" className="line-clamp-3">
          {subject.excerpt}
        </p>
      ) : null}
    </div>
  );
}

/** The rule as it was when it was applied; in the reader's present language where that is the version in force. */
function RuleCited({ rule }: Pick<Statement, 'rule'>) {
  const { t } = useTranslation('rules');
  const inForce = useRules(currentLanguage()).data;
  const spoken =
    inForce?.version === rule.version ? inForce.rules.find(({ number }) => number === rule.number) : undefined;
  const { number, title, text } = spoken ?? rule;
  return (
    <div>
      <h3 className="font-semibold">
        <Link to="/rules" hash={`rule-${number}`} className="hover:underline">
          {t('statements.rule', { number, title })}
        </Link>
      </h3>
      <p className="text-small text-quiet">{text}</p>
    </div>
  );
}
