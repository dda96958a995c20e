import { Button, Group, Modal, NativeSelect, Textarea } from '@mantine/core';
import { shiftSchoolYear } from '@shared/domain/school-year';
import {
  type FrequencyKind,
  frequencyKinds,
  kindInYear,
  longestPattern,
} from '@shared/domain/talk-frequency';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { useRemoval } from '../../ui/use-removal';
import type { RuleUnit } from './RulesSheet';

type Values = { pattern: FrequencyKind[]; startYear: string; rights: string };
type Rule = NonNullable<RuleUnit['rule']>;
type RuleDialogProps = { unit: RuleUnit; name: string; usualRights: string; onClose: () => void };

/** The kinds year by year, from which school year, and what employees may count on. */
export function RuleDialog({ unit, name, usualRights, onClose }: RuleDialogProps) {
  const { t } = useTranslation();
  const { schoolYear, current } = useSchoolYear();
  const { teamId, rule } = unit;
  const kept = useDraft<Values>(`season rule ${teamId ?? 'school'}`);
  const usual: Values = {
    pattern: rule?.pattern ?? ['MUS'],
    startYear: rule?.startYear ?? current,
    rights: rule?.rights || usualRights,
  };
  const values = kept.draft ?? usual;
  const set = (change: Partial<Values>) => kept.keep({ ...values, ...change });
  const save = useOrder('season', 'saveRule');
  const removal = useRemoval<Rule>({
    remove: () => call('season', 'removeRule', { teamId }),
    restore: (gone) => call('season', 'saveRule', { teamId, ...gone }),
    message: () => t('season.ruleRemoved', { name }),
  });
  const leave = () => {
    kept.drop();
    onClose();
  };
  const { pattern } = values;
  const years = [-3, -2, -1, 0, 1, 2].map((step) => shiftSchoolYear(current, step));
  if (!years.includes(values.startYear)) years.unshift(values.startYear);
  const preview = [0, 1, 2, 3]
    .map((step) => shiftSchoolYear(schoolYear, step))
    .map((year) => `${year} ${kindInYear({ teamId, ...values }, year)}`)
    .join(', ');
  // The usual words are kept as none, so that they follow the language and later wordings.
  const rights = values.rights.trim() === usualRights.trim() ? '' : values.rights;

  const removeRule = async (gone: Rule) => {
    if (await removal.removeIt(gone)) leave();
  };

  return (
    <Modal opened onClose={onClose} title={t('season.ruleFor', { name })} size="lg">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ teamId, pattern, startYear: values.startYear, rights }, { onSuccess: leave });
        }}
      >
        <DraftLine draft={kept} />
        <div className="season-settings">
          {pattern.map((kind, index) => (
            <NativeSelect
              // biome-ignore lint/suspicious/noArrayIndexKey: a year of the pattern is its place
              key={index}
              data-autofocus={index === 0 || undefined}
              label={t('season.ruleYear', { number: index + 1 })}
              value={kind}
              data={[...frequencyKinds]}
              onChange={(event) => {
                const chosen = event.currentTarget.value as FrequencyKind;
                set({ pattern: pattern.map((one, place) => (place === index ? chosen : one)) });
              }}
            />
          ))}
        </div>
        <Group my="sm">
          {pattern.length < longestPattern && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => set({ pattern: [...pattern, pattern.at(-1) === 'MUS' ? 'TUS' : 'MUS'] })}
            >
              {t('season.addYear')}
            </Button>
          )}
          {pattern.length > 1 && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => set({ pattern: pattern.slice(0, -1) })}
            >
              {t('season.removeYear')}
            </Button>
          )}
        </Group>
        <NativeSelect
          label={t('season.since')}
          value={values.startYear}
          data={years}
          onChange={(event) => set({ startYear: event.currentTarget.value })}
        />
        <p className="soft" aria-live="polite">
          {t('season.ruleNext', { years: preview })}
        </p>
        {!pattern.includes('MUS') && <p className="state-partly">{t('season.noMus')}</p>}
        <Textarea
          label={t('season.rights')}
          description={t('season.rightsHint')}
          value={values.rights}
          onChange={(event) => set({ rights: event.currentTarget.value })}
          autosize
          minRows={6}
        />
        <Failure error={save.error ?? removal.error} />
        <FormFoot submit={t('common.save')} isSaving={save.isPending} onCancel={leave}>
          {rule && (
            <Button
              variant="subtle"
              color="brick"
              loading={removal.isRemoving}
              onClick={() => void removeRule(rule)}
            >
              {t('season.removeRule')}
            </Button>
          )}
        </FormFoot>
      </form>
    </Modal>
  );
}
