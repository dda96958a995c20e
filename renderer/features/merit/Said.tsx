import type { MeritRound } from '@shared/contract/merit';
import type { MeritVerdict } from '@shared/domain/merit-states';
import { useTranslation } from 'react-i18next';
import { decimal } from '../../ui/format';
import { StateWord, type Tone } from '../../ui/StateWord';
import { sentenceCase } from '../../ui/sentence-case';
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
        {sentenceCase(
          t(`merit.positions.verdicts.${verdict}`, { ects: decimal(ects ?? 0, language) }),
          language,
        )}
      </StateWord>
      <p className="merit-text">{reason}</p>
    </>
  );
}
