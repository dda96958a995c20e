import { NativeSelect, TextInput } from '@mantine/core';
import type { RatingAnswer, RatingAxis } from '@shared/contract/ratings';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { SaveWord } from '../../ui/SaveWord';
import { Sheet } from '../../ui/Sheet';
import { useAutosave } from '../../ui/use-autosave';
import type { Overview } from './RatingsPanel';

type AgreedLevelsProps = { talkId: string; overview: Overview; first: string };

/** What each said in words, and the level they agree on, chosen a competence at a time (DOMAIN 4.5). */
export function AgreedLevels({ talkId, overview, first }: AgreedLevelsProps) {
  const { t } = useTranslation();
  const { axes, scaleMax, self, leader, agreed, isClosed } = overview;
  return (
    <Sheet title={t('ratings.shown.agreedTitle')}>
      <p className="soft">{t('ratings.shown.agreedText')}</p>
      <table className="table rating-agreed">
        <thead>
          <tr>
            <th scope="col">{t('ratings.shown.competence')}</th>
            <th scope="col">{first}</th>
            <th scope="col">{t('ratings.shown.leader')}</th>
            <th scope="col">{t('ratings.shown.agreed')}</th>
            <th scope="col">{t('ratings.shown.agreedNote')}</th>
          </tr>
        </thead>
        <tbody>
          {axes.map((axis, index) => (
            <tr key={axis.competenceId}>
              <th scope="row">{axis.name}</th>
              <Said answer={self?.[index]} />
              <Said answer={leader[index]} />
              <AgreedCells
                talkId={talkId}
                axis={axis}
                scaleMax={scaleMax}
                agreed={agreed[index] ?? null}
                readOnly={isClosed}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}

/** One rater's level with the remark under it. */
function Said({ answer }: { answer: RatingAnswer | null | undefined }) {
  const { t } = useTranslation();
  return (
    <td>
      {answer && (answer.state === 'rated' ? answer.level : t(`ratings.${answer.state}`))}
      {answer?.comment && <div className="soft small">{answer.comment}</div>}
    </td>
  );
}

type AgreedCellsProps = {
  talkId: string;
  axis: RatingAxis;
  scaleMax: number;
  agreed: RatingAnswer | null;
  readOnly: boolean;
};

/** The agreed level and a word on why; both save themselves, together, so that neither overtakes the other. */
function AgreedCells({ talkId, axis, scaleMax, agreed, readOnly }: AgreedCellsProps) {
  const { t } = useTranslation();
  // What is written here is ahead of the machine; its answers must not overwrite it.
  const [level, setLevel] = useState(agreed?.level ?? null);
  const [note, setNote] = useState(agreed?.comment ?? '');
  const saving = useAutosave((answer: RatingAnswer | null) =>
    call('ratings', 'saveAgreed', { talkId, competenceId: axis.competenceId, answer }),
  );
  const save = (chosen: number | null, comment: string) =>
    saving.change(chosen === null ? null : { state: 'rated', level: chosen, comment });
  const choose = (value: string) => {
    const chosen = value === '' ? null : Number(value);
    setLevel(chosen);
    save(chosen, note);
    void saving.flush();
  };
  return (
    <>
      <td>
        <NativeSelect
          size="xs"
          w={72}
          disabled={readOnly}
          aria-label={t('ratings.shown.agreedFor', { name: axis.name })}
          value={level === null ? '' : String(level)}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            { value: '', label: t('ratings.shown.notAgreed') },
            ...Array.from({ length: scaleMax }, (_, at) => String(at + 1)),
          ]}
        />
      </td>
      <td>
        {level !== null && (
          <TextInput
            size="xs"
            aria-label={t('ratings.shown.agreedNoteFor', { name: axis.name })}
            maxLength={4000}
            value={note}
            readOnly={readOnly}
            onChange={(event) => {
              setNote(event.currentTarget.value);
              save(level, event.currentTarget.value);
            }}
            onBlur={() => void saving.flush()}
          />
        )}
        <SaveWord state={saving.state} />
        <Failure error={saving.error} />
      </td>
    </>
  );
}
