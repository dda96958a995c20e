import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { ImportSheets } from './ImportSheets';
import { MakeSheets } from './MakeSheets';
import './preparation.css';

/** On the page of talks: invitations and preparation sheets for all, a team or one, and what came back. */
export function PreparationSheet() {
  const { t } = useTranslation();
  const choices = useCall('preparation', 'choices', {});
  const [isMaking, setMaking] = useState(false);
  const talks = choices.data?.talks ?? [];
  const total = (of: 'sheets' | 'made' | 'imported') => talks.reduce((sum, talk) => sum + talk[of], 0);
  return (
    <Sheet title={t('preparation.title')}>
      <Failure error={choices.error} />
      {choices.data && (
        <p className="reading-text">
          {talks.length === 0
            ? t('preparation.noTalks')
            : t('preparation.stands', {
                count: total('sheets'),
                made: total('made'),
                imported: total('imported'),
              })}
        </p>
      )}
      <Group gap="xs" align="flex-start">
        <Button variant="default" disabled={talks.length === 0} onClick={() => setMaking(true)}>
          {t('preparation.make')}
        </Button>
        <ImportSheets talkId={null} />
      </Group>
      {isMaking && <MakeSheets talks={talks} onClose={() => setMaking(false)} />}
    </Sheet>
  );
}
