import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { fundRuleNames } from '@shared/domain/funds/rule-text';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateWord } from '../../ui/StateWord';
import { VerdictTable } from './VerdictTable';
import { useFundWords } from './words';

type Hit = OutputOf<'funds', 'navigate'>['hits'][number];
type FundHitProps = {
  hit: Hit;
  isBusy: boolean;
  /** Null where no draft can be made of it. */
  onDraft: (() => void) | null;
};

/** One fund: whether it fits, how much, when, and why not, with rule and source. */
export function FundHit({ hit, isBusy, onDraft }: FundHitProps) {
  const { t } = useTranslation();
  const { money, day, language } = useFundWords();
  const [isOpen, setOpen] = useState(false);
  const { assessment, set } = hit;
  const { fits, verdicts, amounts, calendar, outdated } = assessment;
  const name = [hit.fundName, set.area].filter(Boolean).join(' · ');
  const isAdmitted = !verdicts.some(({ rule, outcome }) => rule === 'admitted' && outcome === 'unknown');
  const open = verdicts.filter(({ outcome }) => outcome === 'unknown' || outcome === 'warning').length;
  const { earliestOn, latestOn } = calendar;
  return (
    <li className="fund-hit">
      <div className="fund-hit-head">
        <div>
          <strong>{name}</strong>{' '}
          <StateWord tone={fits ? (isAdmitted ? 'good' : 'partly') : 'late'}>
            {t(`funds.navigator.${fits ? (isAdmitted ? 'fits' : 'fitsPerhaps') : 'fitsNot'}`)}
          </StateWord>
          {fits && (
            <p>
              {t('funds.navigator.pays', {
                fund: money(amounts.fundOre),
                school: money(amounts.workplaceOre),
              })}
              {latestOn &&
                ` · ${
                  earliestOn
                    ? t('funds.navigator.apply', { first: day(earliestOn), last: day(latestOn) })
                    : t('funds.navigator.applyUntil', { last: day(latestOn) })
                }`}
              {open > 0 && ` · ${t('funds.navigator.open', { count: open })}`}
            </p>
          )}
          {verdicts
            .filter(({ outcome }) => outcome === 'refused')
            .map(({ rule, text, source }) => (
              <p key={rule}>
                {rule !== 'validity' && `${fundRuleNames[rule][language]}: `}
                {text[language]} <span className="soft small">({source})</span>
              </p>
            ))}
          {outdated && fits && <p className="state-partly small">{outdated[language]}</p>}
        </div>
        {onDraft && (
          <Button
            size="compact-sm"
            variant="default"
            loading={isBusy}
            aria-label={t('funds.navigator.draftFor', { fund: name })}
            onClick={onDraft}
          >
            {t('funds.navigator.draft')}
          </Button>
        )}
      </div>
      <button
        type="button"
        className="link-button small"
        aria-expanded={isOpen}
        aria-label={t(isOpen ? 'funds.navigator.hideRulesOf' : 'funds.navigator.showRulesOf', { fund: name })}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'funds.navigator.hideRules' : 'funds.navigator.showRules')}
      </button>
      {isOpen && (
        <>
          <VerdictTable verdicts={verdicts} label={name} />
          <p className="soft small">
            {set.source} {t('funds.verdicts.checked', { date: day(set.lastCheckedOn) })}
          </p>
        </>
      )}
    </li>
  );
}
