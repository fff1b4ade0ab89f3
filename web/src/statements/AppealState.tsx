import { textAddressOf } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import type { Statement } from '../data/moderation-statements.ts';
import { FoundText } from '../translation/FoundText.tsx';
import { classNames } from '../ui/class-names.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';

const looks = { open: 'text-amber', upheld: 'text-soft', overturned: 'text-jade' } as const;

/** Where an appeal stands, what was written in it, and what was answered. */
export function AppealState({ appeal }: { appeal: NonNullable<Statement['appeal']> }) {
  const { t } = useTranslation('rules');
  return (
    <section className="flex flex-col gap-2 border-t border-line pt-3.5">
      <h3 className={classNames('font-medium', looks[appeal.state])}>{t(`statements.appeal.state.${appeal.state}`)}</h3>
      <div>
        <p className="text-small text-quiet">
          {t('statements.appeal.mine')} · <RelativeTime at={appeal.createdAt} />
        </p>
        <p dir="auto" className="whitespace-pre-wrap text-soft">
          {appeal.text}
        </p>
      </div>
      {appeal.answer ? (
        <div>
          <p className="text-small text-quiet">{t('statements.appeal.answer')}</p>
          <FoundText address={textAddressOf('appeal.answer', appeal.id)} text={appeal.answer} />
        </div>
      ) : null}
    </section>
  );
}
