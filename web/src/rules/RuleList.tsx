import { useTranslation } from 'react-i18next';
import type { HouseRules } from '../data/moderation-statements.ts';
import { languageProps } from '../ui/MemberText.tsx';

/** The rules as numbered articles, each with an address of its own: /rules#rule-4. */
export function RuleList({ rules, isCompact = false }: { rules: HouseRules; isCompact?: boolean }) {
  return (
    <div {...languageProps(rules.language)}>
      <p className={isCompact ? 'pb-4 text-soft' : 'pb-8 text-title leading-7 text-soft'}>{rules.preamble}</p>
      <ol className={isCompact ? 'flex flex-col gap-5' : 'flex flex-col gap-8'}>
        {rules.rules.map((rule) => (
          <Rule key={rule.number} rule={rule} isCompact={isCompact} />
        ))}
      </ol>
    </div>
  );
}

function Rule({ rule, isCompact }: { rule: HouseRules['rules'][number]; isCompact: boolean }) {
  const { t } = useTranslation('rules');
  const anchor = `rule-${rule.number}`;
  return (
    <li
      id={isCompact ? undefined : anchor}
      className="grid scroll-mt-20 grid-cols-[2.25rem_1fr] rounded-(--radius-card) target:-mx-4 target:bg-sunken target:px-4 target:py-4"
    >
      <span aria-hidden="true" className="tabular pt-px text-title font-semibold text-quiet">
        {rule.number}
      </span>
      <div>
        <h2 className="text-title font-semibold">
          {isCompact ? (
            rule.title
          ) : (
            <a href={`#${anchor}`} title={t('anchor', { number: rule.number })} className="hover:underline">
              {rule.title}
            </a>
          )}
        </h2>
        <p className={isCompact ? 'pt-1 text-soft' : 'pt-1.5 text-[1rem] leading-7 text-soft'}>{rule.text}</p>
      </div>
    </li>
  );
}
