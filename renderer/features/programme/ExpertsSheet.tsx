import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { longDate } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';

/** “Hvem kan hvad”: an expert in the house before a course is bought (R001-05). By name, never by number. */
export const ExpertsSheet = memo(function ExpertsSheet() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 200);
  const answer = useCall(
    'programme',
    'experts',
    { text: asked },
    { enabled: asked !== '', keepPrevious: true },
  );
  const people = asked === '' ? [] : (answer.data?.people ?? []);
  return (
    <Sheet title={t('programme.experts.title')}>
      <p className="soft reading-text">{t('programme.experts.intro')}</p>
      <TextInput
        type="search"
        label={t('programme.experts.search')}
        placeholder={t('programme.experts.hint')}
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Failure error={answer.error} />
      <div role="status" className="pg-answer">
        {asked !== '' && answer.data && (
          <p className="soft small">
            {people.length === 0
              ? t('programme.experts.none')
              : t('programme.experts.count', { count: people.length })}
          </p>
        )}
      </div>
      <ul className="pg-list">
        {people.map(({ employeeId, name, role, reasons }) => (
          <li key={employeeId}>
            <Link to="/employees/$employeeId" params={{ employeeId }} className="plain-link">
              {name}
            </Link>{' '}
            <span className="soft">{role}</span>
            {reasons.map(({ kind, what, on }) => (
              <div key={`${kind} ${what}`} className="small">
                {t(`programme.experts.reasons.${kind}`, { what, date: on ? longDate(on, language) : '' })}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Sheet>
  );
});
