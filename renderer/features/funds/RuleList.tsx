import { Button, NativeSelect, TextInput } from '@mantine/core';
import { addableKinds, type FundRule, type FundRuleKind, fundRule } from '@shared/domain/funds/fund-rules';
import { fundRuleNames, ruleText } from '@shared/domain/funds/rule-text';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import { blankRule } from './blank-rule';
import { RuleFields } from './RuleFields';
import { ruleGroups } from './rule-groups';

type RuleListProps = { rules: readonly FundRule[]; asked: boolean; onChange: (rules: FundRule[]) => void };

/** The rules of a set by what they are about, each a sentence until somebody opens it. */
export function RuleList({ rules, asked, onChange }: RuleListProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const kinds = addableKinds(rules);
  const [open, setOpen] = useState<number | null>(null);
  const adding = useRef<HTMLSelectElement>(null);
  const named = (all: readonly FundRuleKind[]) =>
    all.map((kind) => ({ value: kind, label: fundRuleNames[kind][language] }));
  return (
    <>
      {ruleGroups.map(({ key, kinds: ofGroup }) => {
        const found = rules.flatMap((rule, index) => (ofGroup.includes(rule.kind) ? [{ rule, index }] : []));
        if (found.length === 0) return null;
        return (
          <section key={key} aria-label={t(`funds.rules.groups.${key}`)}>
            <h3 className="sub-title">{t(`funds.rules.groups.${key}`)}</h3>
            {found.map(({ rule, index }) => (
              <OneRule
                key={index}
                rule={rule}
                asked={asked}
                isOpen={open === index || (asked && !isWhole(rule))}
                onToggle={() => setOpen(open === index ? null : index)}
                onChange={(next) => onChange(rules.map((one, at) => (at === index ? next : one)))}
                onRemove={() => {
                  // What was focused goes; the keyboard goes on where the next rule would be added.
                  adding.current?.focus();
                  setOpen(null);
                  onChange(rules.filter((_, at) => at !== index));
                }}
              />
            ))}
          </section>
        );
      })}
      <NativeSelect
        ref={adding}
        mt="xs"
        label={t('funds.rules.addRule')}
        value=""
        data={[
          { value: '', label: t('funds.rules.chooseRule') },
          ...ruleGroups
            .map(({ key, kinds: ofGroup }) => ({
              group: t(`funds.rules.groups.${key}`),
              items: named(kinds.filter((kind) => ofGroup.includes(kind))),
            }))
            .filter(({ items }) => items.length > 0),
        ]}
        onChange={(event) => {
          const kind = kinds.find((one): one is FundRuleKind => one === event.currentTarget.value);
          if (!kind) return;
          setOpen(rules.length);
          onChange([...rules, blankRule(kind)]);
        }}
      />
    </>
  );
}

const isWhole = (rule: FundRule) => fundRule.safeParse(rule).success;

type OneRuleProps = {
  rule: FundRule;
  asked: boolean;
  isOpen: boolean;
  onToggle: () => void;
  onChange: (rule: FundRule) => void;
  onRemove: () => void;
};

function OneRule({ rule, asked, isOpen, onToggle, onChange, onRemove }: OneRuleProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = fundRuleNames[rule.kind][language];
  return (
    <fieldset className="fund-rule">
      <legend className="visually-hidden">{name}</legend>
      <div className="fund-rule-head">
        <div>
          <strong>{name}</strong>
          <div className="soft">
            {isWhole(rule) ? (
              ruleText(rule)[language]
            ) : (
              <StateWord tone="partly">{t('funds.rules.notWhole')}</StateWord>
            )}
          </div>
        </div>
        <div className="row-actions">
          <Button
            size="compact-xs"
            variant="subtle"
            aria-expanded={isOpen}
            aria-label={t('common.actionsFor', { action: t('common.edit'), name })}
            onClick={onToggle}
          >
            {t(isOpen ? 'common.close' : 'common.edit')}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('funds.rules.removeRule', { name })}
            onClick={onRemove}
          >
            {t('common.remove')}
          </Button>
        </div>
      </div>
      {isOpen && (
        <div className="fund-fields">
          <RuleFields rule={rule} onChange={onChange} />
          <TextInput
            className="wide"
            label={t('funds.rules.ruleSource', { name })}
            value={rule.source}
            onChange={(event) => onChange({ ...rule, source: event.currentTarget.value })}
            error={asked && rule.source.trim() === '' ? t('funds.rules.ruleSourceMissing') : undefined}
            maxLength={500}
            required
          />
        </div>
      )}
    </fieldset>
  );
}
