import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { SpiderDraft } from '@shared/contract/spiders';
import { useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { offerUndo } from '../../ui/undo';
import {
  type Competence,
  changeCompetence,
  type EditDraft,
  insertCompetence,
  moveCompetence,
  type Place,
  removeCompetence,
} from './edit-draft';

type CompetenceFieldsProps = {
  draft: SpiderDraft;
  place: Place;
  competence: Competence;
  readOnly: boolean;
  onChange: EditDraft;
};

/** One competence: its name and target in a line, and what each level means, folded away until it is wanted. */
export function CompetenceFields({ draft, place, competence, readOnly, onChange }: CompetenceFieldsProps) {
  const { t } = useTranslation();
  const { name, targetLevel, descriptors } = competence;
  const called = name || t('spiders.editor.newCompetence');
  const levels = Array.from({ length: draft.scaleMax }, (_, index) => index + 1);
  const change = (part: Partial<Competence>) => onChange(changeCompetence(draft, place, part));
  const [isOpen, setOpen] = useState(!readOnly && name === '');
  const fallbackId = useId();
  const detailsId = `competence-${competence.lineageId ?? fallbackId}`;
  const move = (step: -1 | 1) => {
    flushSync(() => onChange(moveCompetence(draft, place, step).draft));
    // Over the edge of a domain the fields are made anew: the eye, the fold and the keyboard follow the competence.
    const moved = document.getElementById(detailsId) as HTMLDetailsElement | null;
    if (moved) moved.open = true;
    moved?.querySelector<HTMLButtonElement>(`[data-step="${step}"]`)?.focus();
  };
  const remove = () => {
    onChange(removeCompetence(draft, place));
    offerUndo({
      message: t('spiders.editor.competenceRemoved', { name: called }),
      label: t('common.undo'),
      undo: () => onChange((now) => insertCompetence(now, place, competence)),
    });
  };
  return (
    <details
      className="competence"
      id={detailsId}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span className="competence-name">{called}</span>
        <span className="small soft">
          {t('spiders.editor.target')} {targetLevel}
        </span>
      </summary>
      {readOnly ? (
        <ol className="descriptors">
          {descriptors.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the level
            <li key={index}>{text}</li>
          ))}
        </ol>
      ) : (
        <>
          <div className="competence-line">
            <TextInput
              flex={1}
              label={t('spiders.editor.competenceName')}
              value={name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <NativeSelect
              label={t('spiders.editor.target')}
              value={String(targetLevel)}
              data={levels.map(String)}
              onChange={(event) => change({ targetLevel: Number(event.currentTarget.value) })}
            />
          </div>
          {levels.map((level) => (
            <Textarea
              key={level}
              mt="xs"
              autosize
              minRows={1}
              label={t('spiders.editor.level', { level })}
              placeholder={t('spiders.editor.descriptorHint')}
              value={descriptors[level - 1] ?? ''}
              onChange={(event) => {
                const text = event.currentTarget.value;
                change({
                  descriptors: levels.map((one) => (one === level ? text : (descriptors[one - 1] ?? ''))),
                });
              }}
            />
          ))}
          <div className="competence-actions">
            <Button
              variant="subtle"
              size="compact-sm"
              data-step={-1}
              onClick={() => move(-1)}
              aria-label={t('spiders.editor.up', { name: called })}
            >
              ↑
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              data-step={1}
              onClick={() => move(1)}
              aria-label={t('spiders.editor.down', { name: called })}
            >
              ↓
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={remove}
              aria-label={t('spiders.editor.removeCompetence', { name: called })}
            >
              {t('common.remove')}
            </Button>
          </div>
        </>
      )}
    </details>
  );
}
