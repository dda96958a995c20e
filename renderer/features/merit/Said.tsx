import type { MeritRound } from '@shared/contract/merit';
import type { MeritVerdict } from '@shared/domain/merit-states';
import { useTranslation } from 'react-i18next';
import { decimal } from '../../ui/format';
import { StateWord, type Tone } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';

const tones: Readonly<Record<MeritVerdict, Tone>> = {
  yes: 'good',
  partly: 'partly',
  no: 'late',
  moreInformation: 'partly',
};

/** A verdict in a word, and its reason. */
export function Said({ said }: { said: NonNullable<MeritRound['positions'][number]['said']> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { verdict, ects, reason } = said;
  return (
    <>
      <StateWord tone={tones[verdict]}>
        {t(`merit.positions.verdicts.${verdict}`, { ects: decimal(ects ?? 0, language) })}
      </StateWord>
      <p className="merit-text">{reason}</p>
    </>
  );
}
