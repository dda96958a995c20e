import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import {
  compulsories,
  courseFocuses,
  courseFocusNames,
  courseLevelNames,
  courseLevels,
  employerNames,
  employers,
  employmentNames,
  employments,
  providerKindNames,
  providerKinds,
  type StatedFacts,
  staffGroupNames,
  staffGroups,
  unionAreaNames,
  unionAreas,
} from '@shared/domain/funds/fund-facts';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../ui/DateField';
import { WholeNumberField } from '../../ui/WholeNumberField';
import type { ActivityValues } from './activity-values';
import { ChoiceField, YesNoField } from './ChoiceField';
import { CostFields } from './CostFields';

type Errors = Readonly<Record<string, string | undefined>>;
type ActivityFieldsProps = {
  values: ActivityValues;
  set: (change: Partial<ActivityValues>) => void;
  errors: Errors;
};

/** Everything a fund asks for: the activity, the applicant and what it costs. */
export function ActivityFields({ values, set, errors }: ActivityFieldsProps) {
  const { t } = useTranslation();
  const { facts } = values;
  const say = (change: Partial<StatedFacts>) => set({ facts: { ...facts, ...change } });
  return (
    <>
      <div className="fund-fields">
        <TextInput
          className="wide"
          label={t('funds.facts.titleLabel')}
          value={values.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
          error={errors.title}
          maxLength={200}
          required
        />
        <TextInput
          label={t('funds.facts.provider')}
          value={values.provider}
          onChange={(event) => set({ provider: event.currentTarget.value })}
          error={errors.provider}
          maxLength={200}
        />
        <DateField
          label={t('funds.facts.startsOn')}
          value={values.startsOn}
          onChange={(startsOn) => set({ startsOn })}
          error={errors.startsOn}
          required
        />
      </div>
      <CostFields costs={values.costs} onChange={(costs) => set({ costs })} />
      <fieldset className="fund-group">
        <legend>{t('funds.facts.applicant')}</legend>
        <p className="soft small">{t('funds.facts.applicantHint')}</p>
        <div className="fund-fields">
          <ChoiceField
            label={t('funds.facts.unionArea')}
            words={unionAreas}
            names={unionAreaNames}
            value={facts.unionArea}
            onChange={(unionArea) => say({ unionArea })}
          />
          <ChoiceField
            label={t('funds.facts.employer')}
            words={employers}
            names={employerNames}
            value={facts.employer}
            onChange={(employer) => say({ employer })}
          />
          <ChoiceField
            label={t('funds.facts.employment')}
            words={employments}
            names={employmentNames}
            value={facts.employment}
            onChange={(employment) => say({ employment })}
          />
          <YesNoField
            label={t('funds.facts.isUnderNotice')}
            value={facts.isUnderNotice}
            onChange={(isUnderNotice) => say({ isUnderNotice })}
          />
          <ChoiceField
            label={t('funds.facts.staffGroup')}
            words={staffGroups}
            names={staffGroupNames}
            value={facts.staffGroup}
            onChange={(staffGroup) => say({ staffGroup })}
          />
        </div>
      </fieldset>
      <CourseFacts facts={facts} say={say} />
    </>
  );
}

type FactsProps = { facts: StatedFacts; say: (change: Partial<StatedFacts>) => void };

function CourseFacts({ facts, say }: FactsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="fund-group">
      <legend>{t('funds.facts.course')}</legend>
      <div className="fund-fields">
        <ChoiceField
          label={t('funds.facts.level')}
          words={courseLevels}
          names={courseLevelNames}
          value={facts.level}
          onChange={(level) => say({ level })}
        />
        <NumberInput
          label={t('funds.facts.days')}
          value={facts.days ?? ''}
          onChange={(days) => say({ days: typeof days === 'number' && days > 0 ? days : null })}
          min={1}
          max={1000}
          allowDecimal={false}
          allowNegative={false}
        />
        <ChoiceField
          label={t('funds.facts.providerKind')}
          words={providerKinds}
          names={providerKindNames}
          value={facts.provider}
          onChange={(provider) => say({ provider })}
        />
        <ChoiceField
          label={t('funds.facts.focus')}
          words={courseFocuses}
          names={courseFocusNames}
          value={facts.focus}
          onChange={(focus) => say({ focus })}
        />
        <YesNoField
          label={t('funds.facts.isFormal')}
          value={facts.isFormal}
          onChange={(isFormal) => say({ isFormal })}
        />
        <NativeSelect
          label={t('funds.facts.compulsory')}
          value={facts.compulsory ?? ''}
          data={[
            { value: '', label: t('funds.facts.notSaid') },
            ...compulsories.map((word) => ({
              value: word,
              label: t(`funds.facts.compulsories.${word}`),
            })),
          ]}
          onChange={(event) =>
            say({ compulsory: compulsories.find((word) => word === event.currentTarget.value) ?? null })
          }
        />
        <YesNoField
          label={t('funds.facts.includesVat')}
          value={facts.includesVat}
          onChange={(includesVat) => say({ includesVat })}
        />
        <YesNoField
          label={t('funds.facts.isPoolOpen')}
          description={t('funds.facts.isPoolOpenHint')}
          value={facts.isPoolOpen}
          onChange={(isPoolOpen) => say({ isPoolOpen })}
        />
        <WholeNumberField
          label={t('funds.facts.groupSize')}
          value={facts.groupSize}
          onChange={(groupSize) => say({ groupSize })}
          min={1}
          max={1000}
        />
        <TextInput
          label={t('funds.facts.url')}
          value={facts.url}
          onChange={(event) => say({ url: event.currentTarget.value })}
          maxLength={500}
        />
      </div>
    </fieldset>
  );
}
