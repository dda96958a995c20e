import { Tabs } from '@mantine/core';
import { questionLines, type WrittenForm } from '@shared/domain/talk-forms/written-form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type FormPreviewProps = {
  form: WrittenForm;
  /** The heading it stands under is the page's own. */
  isPage?: boolean;
};

/** A form as the talk and its invitation show it. */
export function FormPreview({ form, isPage = false }: FormPreviewProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState('0');
  const { areas, purpose, notForDiscussion } = form;
  const shown = areas[Number(chosen)] ? chosen : '0';
  const Heading = isPage ? 'h2' : 'h3';
  return (
    <>
      <Tabs value={shown} onChange={(value) => setChosen(value ?? '0')}>
        <Tabs.List aria-label={t('talkForms.preview.tabs')}>
          {areas.map(({ short, title }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an area is its place
            <Tabs.Tab key={index} value={String(index)} px={8}>
              <span className="form-number">{index + 1}</span>
              {short || title || t('talkForms.preview.newArea')}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {areas.map(({ title, questions, part }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an area is its place
          <Tabs.Panel key={index} value={String(index)} pt="sm">
            <Heading className="form-area-title">{title || t('talkForms.preview.newArea')}</Heading>
            <p className="small soft">{t(`talkForms.parts.${part}`)}</p>
            <Questions questions={questionLines(questions)} />
          </Tabs.Panel>
        ))}
      </Tabs>
      <dl className="form-invitation">
        <dt>{t('talkForms.editor.purpose')}</dt>
        <dd>{purpose}</dd>
        <dt>{t('talkForms.preview.agenda')}</dt>
        <dd>{areas.map(({ title }, index) => `${index + 1}. ${title}`).join('\n')}</dd>
        <dt>{t('talkForms.editor.notForDiscussion')}</dt>
        <dd>{notForDiscussion}</dd>
      </dl>
    </>
  );
}

function Questions({ questions }: { questions: string[] }) {
  const { t } = useTranslation();
  if (questions.length === 0) return <p className="small soft">{t('talkForms.preview.noQuestions')}</p>;
  return (
    <ul className="form-questions" aria-label={t('talkForms.preview.questions')}>
      {questions.map((question, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same question may stand twice while it is being written
        <li key={index}>{question}</li>
      ))}
    </ul>
  );
}
