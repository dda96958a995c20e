import { Button } from '@mantine/core';
import type { TalkArea as Area } from '@shared/domain/talk-areas';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { AutosaveText } from '../../ui/AutosaveText';
import { Failure } from '../../ui/Failure';
import { longDate } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { CloseTalk } from './CloseTalk';
import type { Talk, TalkSlots } from './TalkPage';

type TalkAreaProps = {
  talk: Talk;
  area: Area;
  slots: TalkSlots;
  onArea: (area: number) => void;
};

/** One main area: what belongs to it, what to talk about, and what was said. */
export function TalkArea({ talk, area, slots, onArea }: TalkAreaProps) {
  const note = <Note talk={talk} area={area} />;
  switch (area.part) {
    case 'followUp':
      return (
        <div className="talk-stack">
          <FormChoice talk={talk} />
          {slots.followUp(talk)}
          {slots.activities(talk)}
          <div className="two-flows talk-first">
            <div>
              {slots.notes(talk)}
              <NoteSheet talk={talk} area={area} />
            </div>
            <div>
              {!talk.closedAt && <QuestionsSheet talk={talk} area={area} />}
              {slots.preparation(talk)}
            </div>
          </div>
        </div>
      );
    case 'picture':
      return (
        <div className="talk-stack">
          {slots.picture(talk)}
          {note}
        </div>
      );
    case 'ratings':
      return (
        <div className="talk-stack">
          <SpiderChoice talk={talk} />
          {talk.templateVersionId && slots.ratings(talk)}
          {note}
        </div>
      );
    case 'agreements':
      return (
        <div className="talk-stack">
          {note}
          {slots.agreements(talk, area)}
        </div>
      );
    case 'plan':
      return (
        <div className="talk-stack">
          {slots.plan(talk)}
          {slots.signing(talk)}
          {note}
          <CloseTalk talk={talk} onArea={onArea} printouts={slots.printouts(talk)} />
        </div>
      );
    case 'note':
      return note;
  }
}

type AreaProps = { talk: Talk; area: Area };

function Note({ talk, area }: AreaProps) {
  if (talk.closedAt) return <NoteSheet talk={talk} area={area} />;
  return (
    <div className="talk-columns">
      <NoteSheet talk={talk} area={area} />
      <QuestionsSheet talk={talk} area={area} />
    </div>
  );
}

/** What was said in this area; to be written while the talk is open. */
function NoteSheet({ talk, area }: AreaProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const text = talk.notes.find((one) => one.area === area.number)?.text ?? '';
  if (talk.closedAt) {
    return (
      <Sheet title={area.title[language]}>
        <p className="written">{text || <span className="soft">{t('talks.noNote')}</span>}</p>
      </Sheet>
    );
  }
  return (
    <Sheet title={area.title[language]}>
      <AutosaveText
        key={`${talk.id} ${area.number}`}
        draftKey={`note ${talk.id} ${area.number}`}
        label={t('talks.note')}
        description={t('talks.noteHint')}
        value={text}
        minRows={area.part === 'note' ? 12 : 7}
        save={(value) => call('talks', 'saveNote', { talkId: talk.id, area: area.number, text: value })}
      />
    </Sheet>
  );
}

/** What to talk about in this area, and in the first when the two last sat here. */
function QuestionsSheet({ talk, area }: AreaProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Sheet title={t('talks.questions')}>
      <ul className="talk-questions">
        {area.questions.map((question) => (
          <li key={question.da}>{question[language]}</li>
        ))}
      </ul>
      {area.part === 'followUp' && (
        <p className="soft small talk-previous">
          {talk.previousTalkOn
            ? t('talks.previous', { date: longDate(talk.previousTalkOn, language) })
            : t('talks.firstTalk')}
        </p>
      )}
    </Sheet>
  );
}

/** Which wording of the spider the talk rests on; a newer one can be taken until somebody has rated. */
function SpiderChoice({ talk }: { talk: Talk }) {
  const { t } = useTranslation();
  const take = useOrder('talks', 'useNewestSpider');
  if (talk.templateVersionId && !talk.canTakeNewerSpider) return null;
  return (
    <Sheet title={talk.templateVersionId ? t('talks.spider') : t('talks.noSpider')}>
      <p className="soft">
        {talk.templateVersionId
          ? t('talks.newerSpider')
          : t(talk.teamId ? 'talks.noTeamSpiderText' : 'talks.noSpiderText')}
      </p>
      {talk.canTakeNewerSpider && (
        <Button variant="default" loading={take.isPending} onClick={() => take.mutate({ id: talk.id })}>
          {t('talks.takeSpider')}
        </Button>
      )}
      <Failure error={take.error} />
    </Sheet>
  );
}

/** Which form the talk follows, while a newer one of the school's own can still be taken. */
function FormChoice({ talk }: { talk: Talk }) {
  const { t } = useTranslation();
  const take = useOrder('talks', 'useNewestForm');
  if (!talk.canTakeNewerForm) return null;
  return (
    <Sheet title={t('talks.form')}>
      <p className="soft">{t('talks.newerForm', { name: talk.formName || t('talks.standardForm') })}</p>
      <Button variant="default" loading={take.isPending} onClick={() => take.mutate({ id: talk.id })}>
        {t('talks.takeForm')}
      </Button>
      <Failure error={take.error} />
    </Sheet>
  );
}
