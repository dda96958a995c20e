import { NativeSelect } from '@mantine/core';
import type { Text } from '@shared/domain/text';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceCase } from '../../ui/sentence-case';
import { useLanguage } from '../../ui/use-language';

type ChoiceFieldProps<W extends string> = {
  label: string;
  description?: string;
  error?: ReactNode;
  words: readonly W[];
  names: Readonly<Record<W, Text>>;
  value: W | null;
  onChange: (value: W | null) => void;
};

/** One of a few words, or “not said”, which a rule answers with unknown. */
export function ChoiceField<W extends string>(props: ChoiceFieldProps<W>) {
  const { words, names, value, onChange, ...field } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <NativeSelect
      {...field}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value ?? ''}
      data={[
        { value: '', label: t('funds.facts.notSaid') },
        ...words.map((word) => ({ value: word, label: sentenceCase(names[word][language], language) })),
      ]}
      onChange={(event) => onChange(words.find((word) => word === event.currentTarget.value) ?? null)}
    />
  );
}

type YesNoFieldProps = {
  label: string;
  description?: string;
  value: boolean | null;
  onChange: (value: boolean | null) => void;
};

const answers = { yes: true, no: false } as const;

/** Yes, no, or not said. */
export function YesNoField({ value, onChange, ...field }: YesNoFieldProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      {...field}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value === null ? '' : value ? 'yes' : 'no'}
      data={[
        { value: '', label: t('funds.facts.notSaid') },
        { value: 'yes', label: t('funds.facts.yes') },
        { value: 'no', label: t('funds.facts.no') },
      ]}
      onChange={(event) => onChange(answers[event.currentTarget.value as 'yes' | 'no'] ?? null)}
    />
  );
}
