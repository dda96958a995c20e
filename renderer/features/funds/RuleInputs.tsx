import { MultiSelect, NativeSelect } from '@mantine/core';
import type { Text } from '@shared/domain/text';
import { useTranslation } from 'react-i18next';
import { listbox } from '../../ui/listbox';
import { sentenceCase } from '../../ui/sentence-case';
import { useLanguage } from '../../ui/use-language';
import { WholeNumberField } from '../../ui/WholeNumberField';

type WordsProps<W extends string> = {
  label: string;
  words: readonly W[];
  names: Readonly<Record<W, Text>>;
  value: readonly W[];
  onChange: (value: W[]) => void;
};

/** Some of a few words. */
export function Words<W extends string>({ label, words, names, value, onChange }: WordsProps<W>) {
  const language = useLanguage();
  return (
    <MultiSelect
      {...listbox}
      className="wide"
      label={label}
      data={words.map((word) => ({ value: word, label: sentenceCase(names[word][language], language) }))}
      value={[...value]}
      onChange={(chosen) => onChange(words.filter((word) => chosen.includes(word)))}
      searchable
      hidePickedOptions
    />
  );
}

type WholeProps = {
  name:
    | 'fromDays'
    | 'toDays'
    | 'days'
    | 'vatPercent'
    | 'percent'
    | 'months'
    | 'count'
    | 'from'
    | 'noticeDays';
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
};

/** One number of a rule. */
export function Whole({ name, ...field }: WholeProps) {
  const { t } = useTranslation();
  return <WholeNumberField label={t(`funds.rules.fields.${name}`)} {...field} />;
}

const strengths = ['must', 'should'] as const;
type StrengthProps = { value: 'must' | 'should'; onChange: (value: 'must' | 'should') => void };

/** Whether what does not fit is refused or only noted. */
export function Strength({ value, onChange }: StrengthProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('funds.rules.strength')}
      value={value}
      data={strengths.map((one) => ({ value: one, label: t(`funds.rules.strengths.${one}`) }))}
      onChange={(event) => onChange(event.currentTarget.value === 'must' ? 'must' : 'should')}
    />
  );
}
