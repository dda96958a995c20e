import { Button, TextInput } from '@mantine/core';
import type { SpiderDraft } from '@shared/contract/spiders';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../ui/Sheet';
import { offerUndo } from '../../ui/undo';
import { CompetenceFields } from './CompetenceFields';
import { addCompetence, changeDomain, type Domain, type EditDraft, insertDomain } from './edit-draft';

type DomainSheetProps = {
  draft: SpiderDraft;
  index: number;
  domain: Domain;
  readOnly: boolean;
  onChange: EditDraft;
};

/** A domain and its competences, in the order the chart draws them. */
export function DomainSheet({ draft, index, domain, readOnly, onChange }: DomainSheetProps) {
  const { t } = useTranslation();
  const removeDomain = () => {
    onChange({ ...draft, domains: draft.domains.filter((_, at) => at !== index) });
    offerUndo({
      message: t('spiders.editor.domainRemoved', { name: domain.name }),
      label: t('common.undo'),
      undo: () => onChange((now) => insertDomain(now, index, domain)),
    });
  };
  return (
    <Sheet title={readOnly ? domain.name : undefined} className={`domain-sheet domain-${(index % 4) + 1}`}>
      {!readOnly && (
        <div className="domain-head">
          <TextInput
            label={t('spiders.editor.domainName')}
            value={domain.name}
            onChange={(event) => onChange(changeDomain(draft, index, { name: event.currentTarget.value }))}
          />
          {domain.competences.length === 0 && draft.domains.length > 1 && (
            <Button
              variant="subtle"
              onClick={removeDomain}
              aria-label={t('spiders.editor.removeDomain', { name: domain.name })}
            >
              {t('common.remove')}
            </Button>
          )}
        </div>
      )}
      {domain.competences.map((competence, at) => (
        <CompetenceFields
          key={competence.lineageId ?? at}
          draft={draft}
          place={[index, at]}
          competence={competence}
          readOnly={readOnly}
          onChange={onChange}
        />
      ))}
      {!readOnly && domain.competences.length < 30 && (
        <Button
          variant="default"
          size="compact-sm"
          mt="sm"
          onClick={() => onChange(addCompetence(draft, index))}
        >
          {t('spiders.editor.addCompetence')}
        </Button>
      )}
    </Sheet>
  );
}
