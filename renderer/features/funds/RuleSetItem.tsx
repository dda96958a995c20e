import { Button } from '@mantine/core';
import type { FundSetRow } from '@shared/contract/funds';
import { fundRuleKinds } from '@shared/domain/funds/fund-rules';
import { paysText } from '@shared/domain/funds/pays-text';
import { fundRuleNames, ruleText } from '@shared/domain/funds/rule-text';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { Failure } from '../../ui/Failure';
import { StateWord, type Tone } from '../../ui/StateWord';
import { sentenceCase } from '../../ui/sentence-case';
import { offerUndo } from '../../ui/undo';
import { useFundWords } from './words';

const tones: Readonly<Record<FundSetRow['state'], Tone>> = { inForce: 'good', coming: 'now', ended: 'quiet' };

type RuleSetItemProps = { set: FundSetRow; fundName: string; onEdit: (isNewVersion: boolean) => void };

/** One rule set: what it pays, since when, from where, when it was checked; its rules when somebody wants to read them. */
export function RuleSetItem({ set, fundName, onEdit }: RuleSetItemProps) {
  const { t } = useTranslation();
  const { day, language } = useFundWords();
  const [isOpen, setOpen] = useState(false);
  const name = set.area || fundName;
  const { validFrom, validTo, state } = set;
  return (
    <section className="fund-set" aria-label={`${name}, ${day(validFrom)}`}>
      {set.area !== '' && <h3>{set.area}</h3>}
      <p className="fund-pays">{sentenceCase(paysText(set.rules)[language], language)}</p>
      <p>
        <StateWord tone={tones[state]}>{t(`funds.rules.states.${state}`)}</StateWord>{' '}
        <span className="soft">
          {validTo
            ? t('funds.rules.periodEnd', { first: day(validFrom), last: day(validTo) })
            : t('funds.rules.period', { first: day(validFrom) })}
          {' · '}
          {t('funds.rules.checked', { date: day(set.lastCheckedOn) })}
          {set.isOutdated ? ' · ' : ` · ${t('funds.rules.checkAgain', { date: day(set.checkAgainOn) })}`}
        </span>
        {set.isOutdated && <StateWord tone="partly">{t('funds.rules.isOutdated')}</StateWord>}
      </p>
      <p className="soft small">
        {set.source}
        {set.drafts > 0 && ` ${t('funds.rules.drafts', { count: set.drafts })}`}
      </p>
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

/** One row of quiet words, always in the same order. */
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
  const show = isOpen ? t('funds.rules.hide') : t('funds.rules.show', { count: set.rules.length });
  const quiet = { size: 'compact-sm', variant: 'subtle' } as const;
  return (
    <div className="fund-quiet">
      <Failure error={check.error ?? end.error} />
      <Button
        {...quiet}
        aria-expanded={isOpen}
        aria-label={t('common.actionsFor', { action: show, name })}
        onClick={onToggle}
      >
        {show}
      </Button>
      <Button {...quiet} aria-label={t('funds.rules.editSetOf', { name })} onClick={() => onEdit(false)}>
        {t('funds.rules.editSet')}
      </Button>
      {set.isOutdated && (
        <Button
          {...quiet}
          loading={check.isPending}
          aria-label={t('funds.rules.checkNowOf', { name })}
          onClick={() => check.mutate({ id })}
        >
          {t('funds.rules.checkNow')}
        </Button>
      )}
      {state === 'inForce' && (
        <Button {...quiet} aria-label={t('funds.rules.newVersionOf', { name })} onClick={() => onEdit(true)}>
          {t('funds.rules.newVersion')}
        </Button>
      )}
      {state === 'inForce' && validTo === null && (
        <Button
          {...quiet}
          loading={end.isPending}
          aria-label={t('funds.rules.endOf', { name })}
          onClick={endToday}
        >
          {t('funds.rules.end')}
        </Button>
      )}
    </div>
  );
}

function Rules({ set, name }: { set: FundSetRow; name: string }) {
  const { t } = useTranslation();
  const { language } = useFundWords();
  const rules = set.rules.toSorted((a, b) => fundRuleKinds.indexOf(a.kind) - fundRuleKinds.indexOf(b.kind));
  return (
    <table className="table fund-verdicts-rules" aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{t('funds.verdicts.rule')}</th>
          <th scope="col">{t('funds.rules.says')}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule may stand twice, and the list has no state
          <tr key={index}>
            <th scope="row">{fundRuleNames[rule.kind][language]}</th>
            <td>
              {ruleText(rule)[language]} <div className="soft small">{rule.source}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
