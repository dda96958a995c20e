import {
  courseFocusNames,
  courseLevelNames,
  employerNames,
  employmentNames,
  providerKindNames,
  type StatedFacts,
  staffGroupNames,
  unionAreaNames,
} from '@shared/domain/funds/fund-facts';
import type { Text } from '@shared/domain/text';
import { useTranslation } from 'react-i18next';
import { sentenceCase } from './sentence-case';
import { useLanguage } from './use-language';

/** What was said, as label and answer; what was not said is left out. */
export function useStatedFacts() {
  const { t } = useTranslation();
  const language = useLanguage();
  const word = (name: Text | null) => (name ? sentenceCase(name[language], language) : '');
  const yesNo = (answer: boolean | null) =>
    answer === null ? '' : t(answer ? 'funds.facts.yes' : 'funds.facts.no');
  return (facts: StatedFacts): (readonly [label: string, answer: string])[] =>
    (
      [
        [t('funds.facts.unionArea'), word(facts.unionArea && unionAreaNames[facts.unionArea])],
        [t('funds.facts.employer'), word(facts.employer && employerNames[facts.employer])],
        [t('funds.facts.employment'), word(facts.employment && employmentNames[facts.employment])],
        [t('funds.facts.isUnderNotice'), yesNo(facts.isUnderNotice)],
        [t('funds.facts.staffGroup'), word(facts.staffGroup && staffGroupNames[facts.staffGroup])],
        [t('funds.facts.level'), word(facts.level && courseLevelNames[facts.level])],
        [t('funds.facts.days'), facts.days === null ? '' : String(facts.days)],
        [t('funds.facts.providerKind'), word(facts.provider && providerKindNames[facts.provider])],
        [t('funds.facts.focus'), word(facts.focus && courseFocusNames[facts.focus])],
        [t('funds.facts.isFormal'), yesNo(facts.isFormal)],
        [
          t('funds.facts.compulsory'),
          facts.compulsory === null ? '' : t(`funds.facts.compulsories.${facts.compulsory}`),
        ],
        [t('funds.facts.includesVat'), yesNo(facts.includesVat)],
        [t('funds.facts.isPoolOpen'), yesNo(facts.isPoolOpen)],
        [t('funds.facts.groupSize'), facts.groupSize > 1 ? String(facts.groupSize) : ''],
        [t('funds.facts.url'), facts.url],
      ] as const
    ).filter(([, answer]) => answer !== '');
}
