import { Button } from '@mantine/core';
import { localDate } from '@shared/domain/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { Failure } from '../../ui/Failure';
import { longMoment } from '../../ui/format';
import { useLanguage } from '../../ui/use-language';
import '../../ui/table-import.css';

/** The latest import and its way back, on the day it was made; with `always` as long as it can be undone. */
export function ImportBanner({ always = false }: { always?: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today } = useSchoolYear();
  const latest = useCall('staffImports', 'latest', {});
  const undo = useOrder('staffImports', 'undo');
  const [undone, setUndone] = useState(false);
  const found = latest.data;
  if (!found) return undone ? <p role="status">{t('staffImports.undone')}</p> : null;
  if (!always && localDate(new Date(found.importedAt)) !== today) return null;
  return (
    <>
      <div className="import-banner">
        <span>
          {t('staffImports.latest', {
            when: longMoment(found.importedAt, language),
            created: found.created,
            updated: found.updated,
          })}
        </span>
        <Button
          size="compact-sm"
          variant="default"
          loading={undo.isPending}
          onClick={() => undo.mutate({ importId: found.importId }, { onSuccess: () => setUndone(true) })}
        >
          {t('staffImports.undo')}
        </Button>
      </div>
      <Failure error={undo.error} />
    </>
  );
}
