import {
  Autocomplete,
  Checkbox,
  Modal,
  MultiSelect,
  NativeSelect,
  NumberInput,
  Textarea,
  TextInput,
  type TextInputProps,
} from '@mantine/core';
import type { InputOf, OutputOf } from '@shared/contract';
import {
  activityFormNames,
  activityForms,
  activityKindNames,
  activityKinds,
  activityLevelNames,
  activityLevels,
  activityQualificationNames,
  activityQualifications,
  focusTagNames,
  focusTags,
} from '@shared/domain/activities';
import { foldForSearch } from '@shared/domain/find-text';
import { groupBy } from '@shared/domain/group-by';
import type { Text } from '@shared/domain/text';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { listbox } from '../../ui/listbox';
import { MoneyField } from '../../ui/MoneyField';
import { submitOnCtrlEnter } from '../../ui/submit-on-ctrl-enter';
import { useLanguage } from '../../ui/use-language';
import './programme.css';

export type Item = OutputOf<'programme', 'get'>;
type Choices = OutputOf<'programme', 'choices'>;
type Values = Omit<InputOf<'programme', 'save'>, 'id'>;

type ItemDialogProps = {
  /** The activity to change; without it a new one. */
  item?: Item | undefined;
  /** A competence a new one is to lift. */
  competence?: string;
  onClose: () => void;
  onSaved?: (itemId: string) => void;
};

/** One activity of the programme, in sections: what, what it costs, what it lifts and where it springs from. */
export function ItemDialog({ item, competence = '', onClose, onSaved }: ItemDialogProps) {
  const { t } = useTranslation();
  const choices = useCall('programme', 'choices', {});
  const kept = useDraft<Values>(
    `programme ${item?.id ?? ['new', competence].filter(Boolean).join(' ')}`.slice(0, 190),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size={780}
      title={item ? t('programme.item.edit', { title: item.title }) : t('programme.item.new')}
    >
      <Failure error={choices.error} />
      <DraftLine draft={kept} />
      {choices.data && kept.isReady && (
        <ItemForm
          id={item?.id}
          values={kept.draft ?? valuesOf(item, choices.data, competence)}
          onChange={kept.keep}
          choices={choices.data}
          known={item?.competences ?? []}
          onSaved={(itemId) => {
            kept.drop();
            onClose();
            onSaved?.(itemId);
          }}
          onCancel={() => {
            kept.drop();
            onClose();
          }}
        />
      )}
    </Modal>
  );
}

function valuesOf(item: Item | undefined, choices: Choices, competence: string): Values {
  if (item) {
    const { id: _, competences, runs: __, plans: ___, askers: ____, updatedAt: _____, ...facts } = item;
    return { ...facts, lineageIds: competences.map(({ lineageId }) => lineageId) };
  }
  const wanted = foldForSearch(competence.trim());
  return {
    title: '',
    description: '',
    kind: 'course',
    level: 'individual',
    form: 'physical',
    provider: '',
    targetGroup: '',
    url: '',
    ects: null,
    qualification: 'none',
    subject: '',
    isCompulsory: false,
    feeOre: null,
    materialsOre: null,
    days: null,
    isFromFoundation: false,
    strategicDecision: '',
    isOffered: true,
    lineageIds:
      wanted === ''
        ? []
        : choices.competences
            .filter(({ name }) => foldForSearch(name) === wanted)
            .map(({ lineageId }) => lineageId),
    tags: [],
  };
}

/** A hint under its field, so that fields side by side stand on one line. */
const hintBelow = [
  'label',
  'input',
  'description',
  'error',
] as const satisfies TextInputProps['inputWrapperOrder'];

type ItemFormProps = {
  id: string | undefined;
  values: Values;
  onChange: (values: Values) => void;
  choices: Choices;
  /** What it lifts now, also where that is in no published spider any more. */
  known: Item['competences'];
  onSaved: (itemId: string) => void;
  onCancel: () => void;
};

function ItemForm({ id, values, onChange, choices, known, onSaved, onCancel }: ItemFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const save = useOrder('programme', 'save');
  const [asked, setAsked] = useState(false);
  const errors = save.error?.fields ?? {};
  const set = (change: Partial<Values>) => onChange({ ...values, ...change });
  const isBlank = values.title.trim() === '';
  const submit = () => {
    setAsked(true);
    if (isBlank) return;
    save.mutate({ ...(id ? { id } : {}), ...values }, { onSuccess: (made) => onSaved(made.id) });
  };
  const named = <K extends string>(keys: readonly K[], names: Readonly<Record<K, Text>>) =>
    keys.map((value) => ({ value, label: names[value][language] }));
  return (
    <form
      className="pg-form long-form"
      noValidate
      onKeyDown={submitOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3>{t('programme.item.what')}</h3>
      <TextInput
        data-autofocus
        autoFocus
        label={t('programme.item.name')}
        value={values.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        error={errors.title ?? (asked && isBlank ? t('programme.item.nameMissing') : undefined)}
        maxLength={200}
        required
      />
      <Textarea
        label={t('programme.item.description')}
        autosize
        minRows={2}
        value={values.description}
        onChange={(event) => set({ description: event.currentTarget.value })}
        error={errors.description}
        maxLength={20_000}
      />
      <div className="pg-fields pg-fields-kind">
        <NativeSelect
          label={t('programme.kind')}
          value={values.kind}
          onChange={(event) => set({ kind: event.currentTarget.value as Values['kind'] })}
          data={named(activityKinds, activityKindNames)}
        />
        <NativeSelect
          label={t('programme.level')}
          value={values.level}
          onChange={(event) => set({ level: event.currentTarget.value as Values['level'] })}
          data={named(activityLevels, activityLevelNames)}
        />
        <NativeSelect
          label={t('programme.form')}
          value={values.form}
          onChange={(event) => set({ form: event.currentTarget.value as Values['form'] })}
          data={named(activityForms, activityFormNames)}
        />
      </div>
      <div className="pg-fields">
        <Autocomplete
          {...listbox}
          label={t('programme.item.provider')}
          description={t('programme.item.providerHint')}
          inputWrapperOrder={hintBelow}
          data={choices.providers}
          limit={20}
          value={values.provider}
          onChange={(provider) => set({ provider })}
          error={errors.provider}
          maxLength={200}
        />
        <TextInput
          label={t('programme.item.targetGroup')}
          value={values.targetGroup}
          onChange={(event) => set({ targetGroup: event.currentTarget.value })}
          error={errors.targetGroup}
          maxLength={500}
        />
      </div>
      <div className="pg-fields">
        <TextInput
          label={t('programme.item.url')}
          placeholder="https://"
          value={values.url}
          onChange={(event) => set({ url: event.currentTarget.value })}
          error={errors.url}
          maxLength={2000}
        />
        <NumberField
          label={t('programme.item.days')}
          value={values.days}
          max={1000}
          onChange={(days) => set({ days })}
          error={errors.days}
        />
      </div>
      <Checkbox
        label={t('programme.item.offered')}
        description={t('programme.item.offeredHint')}
        checked={values.isOffered}
        onChange={(event) => set({ isOffered: event.currentTarget.checked })}
      />

      <h3>{t('programme.item.why')}</h3>
      <p className="soft small">{t('programme.item.plansHint')}</p>
      <MultiSelect
        {...listbox}
        label={t('programme.item.competences')}
        data={competenceData(choices, known)}
        nothingFoundMessage={t('programme.item.competencesNone')}
        value={values.lineageIds}
        onChange={(lineageIds) => set({ lineageIds })}
        searchable
        hidePickedOptions
      />
      <MultiSelect
        {...listbox}
        label={t('programme.item.tags')}
        data={named(focusTags, focusTagNames)}
        value={values.tags}
        onChange={(tags) => set({ tags: tags as Values['tags'] })}
        hidePickedOptions
      />
      <Checkbox
        label={t('programme.item.foundation')}
        checked={values.isFromFoundation}
        onChange={(event) => set({ isFromFoundation: event.currentTarget.checked })}
      />
      <Autocomplete
        {...listbox}
        label={t('programme.item.decision')}
        description={t('programme.item.decisionHint')}
        inputWrapperOrder={hintBelow}
        data={[...new Set(choices.priorities.map(({ name }) => name))]}
        value={values.strategicDecision}
        onChange={(strategicDecision) => set({ strategicDecision })}
        error={errors.strategicDecision}
        maxLength={500}
      />

      <h3>{t('programme.item.onPaper')}</h3>
      <div className="pg-fields">
        <NativeSelect
          label={t('programme.item.qualification')}
          value={values.qualification}
          onChange={(event) => set({ qualification: event.currentTarget.value as Values['qualification'] })}
          data={named(activityQualifications, activityQualificationNames)}
        />
        <Autocomplete
          {...listbox}
          label={t('programme.item.subject')}
          data={choices.subjects}
          limit={20}
          value={values.subject}
          onChange={(subject) => set({ subject })}
          error={errors.subject}
          maxLength={200}
        />
        <NumberField
          label={t('programme.item.ects')}
          value={values.ects}
          max={300}
          step={0.5}
          onChange={(ects) => set({ ects })}
          error={errors.ects}
        />
      </div>
      <Checkbox
        label={t('programme.item.compulsory')}
        description={t('programme.item.compulsoryHint')}
        checked={values.isCompulsory}
        onChange={(event) => set({ isCompulsory: event.currentTarget.checked })}
      />

      <h3>{t('programme.item.money')}</h3>
      <div className="pg-fields">
        <MoneyField
          label={t('programme.item.fee')}
          value={values.feeOre}
          onChange={(feeOre) => set({ feeOre })}
          error={errors.feeOre}
        />
        <MoneyField
          label={t('programme.item.materials')}
          value={values.materialsOre}
          onChange={(materialsOre) => set({ materialsOre })}
          error={errors.materialsOre}
        />
      </div>
      {save.error && <Failure error={{ message: save.error.message }} />}
      <FormFoot submit={t('common.save')} isSaving={save.isPending} onCancel={onCancel} />
    </form>
  );
}

/** The competences of each spider under its name; what is in none any more stays choosable while it is chosen. */
function competenceData(choices: Choices, known: Item['competences']) {
  const current = new Set(choices.competences.map(({ lineageId }) => lineageId));
  const old = known.filter(({ lineageId }) => !current.has(lineageId));
  const items = (list: Item['competences']) =>
    list.map(({ lineageId, name }) => ({ value: lineageId, label: name }));
  return [
    ...[...groupBy(choices.competences, ({ spiderName }) => spiderName)].map(([group, list]) => ({
      group,
      items: items(list),
    })),
    ...(old.length > 0 ? [{ group: '–', items: items(old) }] : []),
  ];
}

type NumberFieldProps = {
  label: string;
  value: number | null;
  max: number;
  step?: number;
  onChange: (value: number | null) => void;
  error?: string | undefined;
};

/** A number that may be left out. */
function NumberField({ value, onChange, step = 1, ...field }: NumberFieldProps) {
  const language = useLanguage();
  return (
    <NumberInput
      {...field}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
      min={0}
      step={step}
      decimalScale={step < 1 ? 1 : 0}
      decimalSeparator={language === 'da' ? ',' : '.'}
      allowNegative={false}
      hideControls
    />
  );
}
