import { Checkbox, NativeSelect, Textarea } from '@mantine/core';
import {
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
  signerNames,
  signers,
  staffGroupNames,
  staffGroups,
  unionAreaNames,
  unionAreas,
} from '@shared/domain/funds/fund-facts';
import type { FundRule } from '@shared/domain/funds/fund-rules';
import { costKindNames, costKinds } from '@shared/domain/funds/fund-words';
import { useTranslation } from 'react-i18next';
import { sentenceCase } from '../../ui/sentence-case';
import { useLanguage } from '../../ui/use-language';
import { CapFields } from './CapFields';
import { Strength, Whole, Words } from './RuleInputs';
import { WindowFields } from './WindowFields';

type RuleFieldsProps = { rule: FundRule; onChange: (rule: FundRule) => void };

/** The numbers, words and dates of one rule; nothing where a rule is no more than itself. */
export function RuleFields({ rule, onChange }: RuleFieldsProps) {
  const { t } = useTranslation();
  switch (rule.kind) {
    case 'admitted':
      return (
        <>
          <Checkbox
            label={t('funds.rules.everybody')}
            checked={rule.unionAreas === null}
            onChange={(event) => onChange({ ...rule, unionAreas: event.currentTarget.checked ? null : [] })}
          />
          {rule.unionAreas !== null && (
            <Words
              label={t('funds.rules.fields.unionAreas')}
              words={unionAreas}
              names={unionAreaNames}
              value={rule.unionAreas}
              onChange={(value) => onChange({ ...rule, unionAreas: value })}
            />
          )}
        </>
      );
    case 'employers':
      return (
        <Words
          label={t('funds.rules.fields.employers')}
          words={employers}
          names={employerNames}
          value={rule.employers}
          onChange={(value) => onChange({ ...rule, employers: value })}
        />
      );
    case 'employment':
      return (
        <Words
          label={t('funds.rules.fields.refused')}
          words={employments}
          names={employmentNames}
          value={rule.refused}
          onChange={(refused) => onChange({ ...rule, refused })}
        />
      );
    case 'focus':
      return (
        <>
          <Words
            label={t('funds.rules.fields.focuses')}
            words={courseFocuses}
            names={courseFocusNames}
            value={rule.focuses}
            onChange={(focuses) => onChange({ ...rule, focuses })}
          />
          <Strength value={rule.strength} onChange={(strength) => onChange({ ...rule, strength })} />
        </>
      );
    case 'providers':
      return (
        <>
          <Words
            label={t('funds.rules.fields.providers')}
            words={providerKinds}
            names={providerKindNames}
            value={rule.providers}
            onChange={(providers) => onChange({ ...rule, providers })}
          />
          <Strength value={rule.strength} onChange={(strength) => onChange({ ...rule, strength })} />
        </>
      );
    case 'levels':
      return (
        <Words
          label={t('funds.rules.fields.levels')}
          words={courseLevels}
          names={courseLevelNames}
          value={rule.levels}
          onChange={(levels) => onChange({ ...rule, levels })}
        />
      );
    case 'preferredLevels':
      return <Preferred rule={rule} onChange={onChange} />;
    case 'formal':
      return <Strength value={rule.strength} onChange={(strength) => onChange({ ...rule, strength })} />;
    case 'costKinds':
      return (
        <Words
          label={t('funds.rules.fields.kinds')}
          words={costKinds}
          names={costKindNames}
          value={rule.kinds}
          onChange={(kinds) => onChange({ ...rule, kinds })}
        />
      );
    case 'signers':
      return (
        <Words
          label={t('funds.rules.fields.signers')}
          words={signers}
          names={signerNames}
          value={rule.signers}
          onChange={(value) => onChange({ ...rule, signers: value })}
        />
      );
    case 'cap':
      return <CapFields rule={rule} onChange={onChange} />;
    case 'windows':
      return <WindowFields windows={rule.windows} onChange={(windows) => onChange({ ...rule, windows })} />;
    case 'answer':
      return (
        <>
          <Whole
            name="fromDays"
            value={rule.fromDays}
            min={0}
            max={365}
            onChange={(fromDays) => onChange({ ...rule, fromDays })}
          />
          <Whole
            name="toDays"
            value={rule.toDays}
            min={0}
            max={365}
            onChange={(toDays) => onChange({ ...rule, toDays })}
          />
        </>
      );
    case 'maxDays':
      return (
        <Whole
          name="days"
          value={rule.days}
          min={1}
          max={1000}
          onChange={(days) => onChange({ ...rule, days })}
        />
      );
    case 'latest':
      return (
        <Whole
          name="days"
          value={rule.days}
          min={0}
          max={365}
          onChange={(days) => onChange({ ...rule, days })}
        />
      );
    case 'upload':
      return (
        <Whole
          name="days"
          value={rule.days}
          min={1}
          max={365}
          onChange={(days) => onChange({ ...rule, days })}
        />
      );
    case 'exVat':
      return (
        <Whole
          name="vatPercent"
          value={rule.vatPercent}
          min={1}
          max={50}
          onChange={(vatPercent) => onChange({ ...rule, vatPercent })}
        />
      );
    case 'share':
      return (
        <Whole
          name="percent"
          value={rule.percent}
          min={1}
          max={100}
          onChange={(percent) => onChange({ ...rule, percent })}
        />
      );
    case 'earliest':
      return (
        <Whole
          name="months"
          value={rule.months}
          min={1}
          max={60}
          onChange={(months) => onChange({ ...rule, months })}
        />
      );
    case 'maxApplications':
      return (
        <Whole
          name="count"
          value={rule.count}
          min={1}
          max={100}
          onChange={(count) => onChange({ ...rule, count })}
        />
      );
    case 'group':
      return (
        <Whole
          name="from"
          value={rule.from}
          min={2}
          max={1000}
          onChange={(from) => onChange({ ...rule, from })}
        />
      );
    case 'repayment':
      return (
        <Whole
          name="noticeDays"
          value={rule.noticeDays}
          min={0}
          max={365}
          onChange={(noticeDays) => onChange({ ...rule, noticeDays })}
        />
      );
    case 'note':
      return (
        <Textarea
          label={t('funds.rules.fields.text')}
          value={rule.text}
          onChange={(event) => onChange({ ...rule, text: event.currentTarget.value })}
          maxLength={1000}
          autosize
          minRows={2}
        />
      );
    default:
      return null;
  }
}

type PreferredProps = {
  rule: Extract<FundRule, { kind: 'preferredLevels' }>;
  onChange: (rule: FundRule) => void;
};

function Preferred({ rule, onChange }: PreferredProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <NativeSelect
        label={t('funds.rules.fields.staffGroup')}
        value={rule.staffGroup}
        data={staffGroups.map((group) => ({
          value: group,
          label: sentenceCase(staffGroupNames[group][language], language),
        }))}
        onChange={(event) =>
          onChange({
            ...rule,
            staffGroup: staffGroups.find((group) => group === event.currentTarget.value) ?? rule.staffGroup,
          })
        }
      />
      <Words
        label={t('funds.rules.fields.levels')}
        words={courseLevels}
        names={courseLevelNames}
        value={rule.levels}
        onChange={(levels) => onChange({ ...rule, levels })}
      />
    </>
  );
}
