import { useTranslation } from 'react-i18next';
import type { Policy, PolicyAccount } from '../data/exposure.ts';
import { type PolicyGroup, type PolicyValue, usePolicyWords } from './use-policy-words.ts';

const groups: readonly PolicyGroup[] = ['weights', 'firstPool', 'ladder', 'page', 'balance', 'spiral', 'spare'];

/** The rules in force, figure by figure, and every change of them. */
export function PolicyPart({ account }: { account: PolicyAccount }) {
  const { t } = useTranslation('exposure');
  return (
    <section className="flex flex-col gap-4">
      <header>
        <h2 className="text-title font-semibold">{t('policy.title', { version: account.policy.version })}</h2>
        <p className="max-w-prose text-small text-quiet">{t('policy.body')}</p>
      </header>
      <div className="columns-1 gap-4 wide:columns-2">
        {groups.map((group) => (
          <GroupCard key={group} group={group} policy={account.policy} />
        ))}
      </div>
      <History history={account.history} />
    </section>
  );
}

function GroupCard({ group, policy }: { group: PolicyGroup; policy: Policy }) {
  const words = usePolicyWords();
  return (
    <section className="mb-4 break-inside-avoid rounded-card border border-line bg-raised px-4.5 py-3.5">
      <h3 className="pb-1.5 font-semibold">{words.title(group)}</h3>
      <dl className="flex flex-col gap-1 text-small">
        {Object.entries(policy[group]).map(([key, value]) => (
          <div key={key} className="flex items-baseline justify-between gap-4">
            <dt className="text-soft">{words.figure(group, key)}</dt>
            <dd className="tabular shrink-0 text-end font-medium">{words.value(group, key, value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function History({ history }: Pick<PolicyAccount, 'history'>) {
  const { t, i18n } = useTranslation('exposure');
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' });
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold">{t('policy.history')}</h3>
      {history.length === 0 ? <p className="text-small text-quiet">{t('policy.unchanged')}</p> : null}
      <ol className="flex flex-col">
        {history.map(({ version, at, why, changes }) => (
          <li key={version} className="flex flex-col gap-1 border-b border-line py-3 text-small last:border-0">
            <p className="flex justify-between gap-4">
              <span className="font-medium">{t('policy.version', { version })}</span>
              <span className="text-quiet">{day.format(new Date(at))}</span>
            </p>
            <p className="text-soft">{why}</p>
            {changes.map(({ path, from, to }) => (
              <Change key={path} path={path} from={from} to={to} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** `weights.like` from 1 to 2, as a person says it. */
function Change({ path, from, to }: PolicyAccount['history'][number]['changes'][number]) {
  const words = usePolicyWords();
  const [name, key = ''] = path.split('.');
  const group = groups.find((each) => each === name);
  if (!group) return null;
  const said = (written: string) => words.value(group, key, writtenValue(written));
  return (
    <p className="tabular text-quiet">
      {words.title(group)} · {words.figure(group, key)}: {said(from)} → {said(to)}
    </p>
  );
}

/** The history keeps figures as they were written. */
function writtenValue(written: string): PolicyValue {
  if (written === 'true' || written === 'false') return written === 'true';
  return written.includes(',') ? written.split(',').map(Number) : Number(written);
}
