import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { FormDraft } from '@shared/contract/talk-forms';
import { fewestAreas } from '@shared/domain/talk-areas';
import { formLimits, partNames, partsFor } from '@shared/domain/talk-forms/written-form';
import type { TalkKind } from '@shared/domain/talk-kinds';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../ui/Sheet';
import type { Edit } from '../../ui/use-draft-editing';
import { useLanguage } from '../../ui/use-language';
import { type Area, changeArea } from './edit-form';

type AreaSheetProps = {
  kind: TalkKind;
  area: Area;
  index: number;
  /** How many main areas the form has. */
  count: number;
  onChange: Edit<FormDraft>;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
};

/** One main area of a draft. Alt with an arrow moves it, from whatever field the writer stands in. */
export function AreaSheet({ kind, area, index, count, onChange, onMove, onRemove }: AreaSheetProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { title, short, questions, part } = area;
  const number = index + 1;
  const name = title || t('talkForms.editor.area', { number });
  const change = (now: Partial<Area>) => onChange((draft) => changeArea(draft, index, now));
  // A part that does not fit the kind can stand in a copied draft: it must be seen to be changed.
  const parts = partsFor(kind).includes(part) ? partsFor(kind) : [...partsFor(kind), part];
  return (
    <Sheet title={t('talkForms.editor.area', { number })}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for what the two buttons below do */}
      <div
        data-area={index}
        onKeyDown={(event) => {
          if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
          event.preventDefault();
          onMove(event.key === 'ArrowUp' ? -1 : 1);
        }}
      >
        <TextInput
          data-field="title"
          label={t('talkForms.editor.areaTitle')}
          value={title}
          maxLength={formLimits.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <div className="form-area-line">
          <TextInput
            data-field="short"
            label={t('talkForms.editor.short')}
            value={short}
            maxLength={formLimits.short}
            onChange={(event) => change({ short: event.currentTarget.value })}
          />
          <NativeSelect
            data-field="part"
            label={t('talkForms.editor.part')}
            value={part}
            data={parts.map((value) => ({ value, label: partNames[value][language] }))}
            onChange={({ currentTarget }) => {
              const chosen = parts.find((one) => one === currentTarget.value);
              if (chosen) change({ part: chosen });
            }}
          />
        </div>
        <p className="small soft">{t(`talkForms.parts.${part}`)}</p>
        <Textarea
          data-field="questions"
          mt="xs"
          autosize
          minRows={3}
          label={t('talkForms.editor.questions')}
          description={t('talkForms.editor.questionsHint')}
          value={questions}
          maxLength={formLimits.questions * formLimits.question}
          onChange={(event) => change({ questions: event.currentTarget.value })}
        />
        <div className="form-area-actions">
          <Button
            variant="subtle"
            size="compact-sm"
            data-field="up"
            aria-disabled={index === 0}
            onClick={() => onMove(-1)}
            aria-label={t('talkForms.editor.up', { name })}
          >
            ↑
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            data-field="down"
            aria-disabled={number === count}
            onClick={() => onMove(1)}
            aria-label={t('talkForms.editor.down', { name })}
          >
            ↓
          </Button>
          {count > fewestAreas && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={onRemove}
              aria-label={t('talkForms.editor.removeArea', { name })}
            >
              {t('common.remove')}
            </Button>
          )}
        </div>
      </div>
    </Sheet>
  );
}
