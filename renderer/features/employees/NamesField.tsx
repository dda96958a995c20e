import { TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallFailure } from '../../app/call';
import { Failure } from '../../ui/Failure';

type NamesFieldProps = {
  label: string;
  description: string;
  names: readonly string[];
  /** What others have, to choose among. */
  suggestions?: readonly string[];
  save: (names: string[]) => Promise<unknown>;
};

/** A handful of names that save themselves as soon as one is added or taken away. */
export function NamesField({ label, description, names, suggestions = [], save }: NamesFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  // What was just chosen, until the machine's own answer arrives.
  const [chosen, setChosen] = useState<{ from: readonly string[]; to: string[] } | null>(null);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const [saved, setSaved] = useState(false);
  const shown = chosen && chosen.from === names ? chosen.to : [...names];

  async function change(to: string[]) {
    setChosen({ from: names, to });
    try {
      await save(to);
      setFailure(null);
      setSaved(true);
    } catch (error) {
      setChosen(null);
      setFailure(error as CallFailure);
    }
  }

  return (
    <div>
      <TagsInput
        label={label}
        description={description}
        value={shown}
        onChange={(to) => void change(to)}
        searchValue={typed}
        onSearchChange={setTyped}
        data={suggestions.filter((one) => !shown.includes(one))}
        maxTags={30}
        maxLength={80}
        acceptValueOnBlur
      />
      <Failure error={failure} />
      <div role="status" className="soft small">
        {saved && !failure ? t('common.saved') : ''}
      </div>
    </div>
  );
}
