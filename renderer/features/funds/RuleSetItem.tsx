import { Button } from '@mantine/core';
import type { FundSetRow } from '@shared/contract/funds';
import { fundRuleKinds } from '@shared/domain/funds/fund-rules';
import { fundRuleNames, ruleText } from '@shared/domain/funds/rule-text';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { Failure } from '../../ui/Failure';
import { StateWord, type Tone } from '../../ui/StateWord';
import { offerUndo } from '../../ui/undo';
import { useFundWords } from './words';

const tones: Readonly<Record<FundSetRow['state'], Tone>> = { inForce: 'good', coming: 'now', ended: 'quiet' };

type RuleSetItemProps = { set: FundSetRow; fundName: string; onEdit: (isNewVersion: boolean) => void };

/** One rule set: since when, from where, when it was checked; its rules when somebody wants to read them. */
export function RuleSetItem({ set, fundName, onEdit }: RuleSetItemProps) {
  const { t } = useTranslation();
  const { day } = useFundWords();
  const [isOpen, setOpen] = useState(false);
  const name = set.area || fundName;
  const { validFrom, validTo, state } = set;
  return (
    <section className="fund-set" aria-label={`${name}, ${day(validFrom)}`}>
      <h3>{name}</h3>
      <p>
        <StateWord tone={tones[state]}>{t(`funds.rules.states.${state}`)}</StateWord>{' '}
        <span className="soft">
          {validTo
            ? t('funds.rules.periodEnd', { first: day(validFrom), last: day(validTo) })
            : t('funds.rules.period', { first: day(validFrom) })}
          {' · '}
          {t('funds.rules.checked', { date: day(set.lastCheckedOn) })}
          {!set.isOutdated && ` · ${t('funds.rules.checkAgain', { date: day(set.checkAgainOn) })}`}
        </span>{' '}
        {set.isOutdated && <StateWord tone="partly">{t('funds.rules.isOutdated')}</StateWord>}
      </p>
      <p className="soft">{set.source}</p>
      {set.drafts > 0 && <p className="soft small">{t('funds.rules.drafts', { count: set.drafts })}</p>}
      <Actions set={set} name={name} onEdit={onEdit} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      {isOpen && <Rules set={set} name={name} />}
    </section>
  );
}

type ActionsProps = Omit<RuleSetItemProps, 'fundName'> & {
  name: string;
  isOpen: boolean;
  onToggle: () => void;
};

function Actions({ set, name, onEdit, isOpen, onToggle }: ActionsProps) {
  const { t } = useTranslation();
  const { today } = useSchoolYear();
  const check = useOrder('funds', 'checkedToday');
  const end = useOrder('funds', 'endRules');
  const { id, state, validTo } = set;
  const endToday = () => {
    if (!today) return;
    end.mutate(
      { id, validTo: today },
      {
        onSuccess: () =>
          offerUndo({
            message: t('funds.rules.ended', { name }),
            label: t('common.undo'),
            undo: () => call('funds', 'endRules', { id, validTo }),
          }),
      },
    );
  };
  return (
    <div className="fund-actions">
      <Failure error={check.error ?? end.error} />
      <Button size="compact-sm" variant="subtle" aria-expanded={isOpen} onClick={onToggle}>
        {isOpen ? t('funds.rules.hide') : t('funds.rules.show', { count: set.rules.length })}
      </Button>
      {set.isOutdated && (
        <Button
          size="compact-sm"
          variant="default"
          loading={check.isPending}
          aria-label={t('funds.rules.checkNowOf', { name })}
          onClick={() => check.mutate({ id })}
        >
          {t('funds.rules.checkNow')}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('funds.rules.editSetOf', { name })}
        onClick={() => onEdit(false)}
      >
        {t('funds.rules.editSet')}
      </Button>
      {state === 'inForce' && (
        <>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('funds.rules.newVersionOf', { name })}
            onClick={() => onEdit(true)}
          >
            {t('funds.rules.newVersion')}
          </Button>
          {validTo === null && (
            <Button
              size="compact-sm"
              variant="subtle"
              loading={end.isPending}
              aria-label={t('funds.rules.endOf', { name })}
              onClick={endToday}
            >
              {t('funds.rules.end')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function Rules({ set, name }: { set: FundSetRow; name: string }) {
  const { t } = useTranslation();
  const { language } = useFundWords();
  const rules = set.rules.toSorted((a, b) => fundRuleKinds.indexOf(a.kind) - fundRuleKinds.indexOf(b.kind));
  return (
    <table className="table fund-verdicts fund-verdicts-rules" aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{t('funds.verdicts.rule')}</th>
          <th scope="col">{t('funds.rules.rulesTitle')}</th>
          <th scope="col">{t('funds.verdicts.source')}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule may stand twice, and the list has no state
          <tr key={index}>
            <th scope="row">{fundRuleNames[rule.kind][language]}</th>
            <td>{ruleText(rule)[language]}</td>
            <td className="soft small">{rule.source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
