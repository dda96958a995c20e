import { Group, SegmentedControl } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall } from '../../app/call';
import { Sheet } from '../../ui/Sheet';

type Preferences = OutputOf<'preferences', 'get'>;

/** Language and colours, switched at once. */
export function LooksSheet() {
  const { t } = useTranslation();
  const preferences = useCall('preferences', 'get', {});
  const languageLabel = useId();
  const themeLabel = useId();
  if (!preferences.data) return null;
  return (
    <Sheet title={t('settings.looks.title')}>
      <Group gap="xl">
        <div>
          <div className="small soft" id={languageLabel}>
            {t('settings.looks.language')}
          </div>
          <SegmentedControl
            aria-labelledby={languageLabel}
            value={preferences.data.language}
            onChange={(language) =>
              void call('preferences', 'set', { language: language as Preferences['language'] })
            }
            data={[
              { value: 'da', label: 'Dansk' },
              { value: 'en', label: 'English' },
            ]}
          />
        </div>
        <div>
          <div className="small soft" id={themeLabel}>
            {t('settings.looks.theme')}
          </div>
          <SegmentedControl
            aria-labelledby={themeLabel}
            value={preferences.data.theme}
            onChange={(theme) => void call('preferences', 'set', { theme: theme as Preferences['theme'] })}
            data={[
              { value: 'light', label: t('settings.looks.light') },
              { value: 'dark', label: t('settings.looks.dark') },
              { value: 'system', label: t('settings.looks.system') },
            ]}
          />
        </div>
      </Group>
    </Sheet>
  );
}
