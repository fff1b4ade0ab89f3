import { type ReadableLanguage, readableLanguages, readableLanguageTags, type TopicLinkView } from '@teahouse/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameTopic } from '../data/topic-links.ts';
import { useTopic } from '../data/topics.ts';
import { readableLanguage } from '../translation/reading.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/fields.tsx';
import { LanguageSelect } from '../ui/LanguageSelect.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useFieldProblem, useProblemText } from '../ui/use-problem-text.ts';

interface NameTopicSheetProps {
  topic: TopicLinkView['topic'];
  onClose: () => void;
}

/** What readers of a language see in brackets behind a topic they cannot read. */
export function NameTopicSheet({ topic: { name, language: own }, onClose }: NameTopicSheetProps) {
  const { t, i18n } = useTranslation(['moderation', 'common']);
  const [language, setLanguage] = useState<ReadableLanguage>(() => firstChoice(own, i18n.language));
  const [label, setLabel] = useState('');
  const present = useTopic(name).data?.labels?.[language];
  const naming = useNameTopic(name);
  const toast = useToast();
  const textOf = useProblemText();
  const fieldProblem = useFieldProblem();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const onSuccess = () => {
      toast(t('topics.named', { label: label.trim(), language: readableLanguages[language] }));
      onClose();
    };
    naming.mutate({ language, label }, { onSuccess });
  };
  const change = (next: () => void) => {
    naming.reset();
    next();
  };
  const error = naming.error ? (fieldProblem(naming.error, 'label') ?? textOf(naming.error)) : undefined;
  return (
    <Sheet title={t('topics.nameTitle', { name })} isOpen onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-soft">{t('topics.nameBody')}</p>
        <LanguageSelect
          label={t('topics.nameLanguage')}
          value={language}
          onChoose={(chosen) => chosen && change(() => setLanguage(chosen))}
        />
        <TextField
          {...languageProps(language)}
          label={t('topics.nameLabel')}
          hint={present ? t('topics.namePresent', { label: present }) : undefined}
          error={error}
          autoFocus
          autoCapitalize="none"
          autoComplete="off"
          value={label}
          onChange={(event) => change(() => setLabel(event.target.value))}
        />
        <Button type="submit" look="jade" size="large" disabled={label.trim() === ''} isBusy={naming.isPending}>
          {t('common:save')}
        </Button>
      </form>
    </Sheet>
  );
}

/** The moderator's own language, unless the topic is in it already. */
function firstChoice(own: string, interfaceLanguage: string): ReadableLanguage {
  const preferred = [readableLanguage(interfaceLanguage), ...readableLanguageTags];
  return preferred.find((tag) => tag !== undefined && tag !== readableLanguage(own)) ?? 'en';
}
