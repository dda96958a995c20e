import { Button } from '@mantine/core';
import { fieldNames, type Matching, requiredFields, staffFields } from '@shared/domain/staff-import/columns';
import { useTranslation } from 'react-i18next';
import type { CallFailure } from '../../app/call';
import { ColumnMatch } from '../../ui/ColumnMatch';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { Working } from '../../ui/Working';
import type { ChosenList } from './ImportPage';

type Props = {
  list: ChosenList;
  matching: Matching;
  onChange: (matching: Matching) => void;
  error: CallFailure | null;
  busy: boolean;
  onNext: () => void;
};

/** Which column holds what: the guess from the headings, with the first cells beside it. */
export function ImportMatch({ list, matching, onChange, error, busy, onNext }: Props) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('staffImports.matchTitle')}>
      <p className="reading-text soft">{t('staffImports.matchText')}</p>
      <ColumnMatch
        fields={staffFields}
        required={requiredFields}
        names={fieldNames}
        header={list.header}
        firstRows={list.firstRows}
        matching={matching}
        onChange={onChange}
        faults={error?.fields ?? {}}
      />
      <Failure error={error && { message: error.message }} />
      <div className="form-foot">
        <Working busy={busy}>{t('staffImports.planning')}</Working>
        <Button onClick={onNext} loading={busy}>
          {t('staffImports.showChanges')}
        </Button>
      </div>
    </Sheet>
  );
}
