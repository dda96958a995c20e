import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { shortDate } from '../../ui/format';
import { RowActions } from '../../ui/RowActions';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { CourseDialog } from './CourseDialog';

export type Course = OutputOf<'leaderTraining', 'courses'>['courses'][number];

/** Courses the school holds itself, for leaders of one category or of several (R002-15, R002-18). */
export function CoursesSheet() {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useCall('leaderTraining', 'courses', {});
  const [open, setOpen] = useState<Course | 'new' | null>(null);
  const { courses = [], people = [] } = list.data ?? {};
  return (
    <Sheet
      title={t('leaderTraining.courses')}
      aside={
        <Button size="compact-sm" variant="default" onClick={() => setOpen('new')}>
          {t('leaderTraining.courseAdd')}
        </Button>
      }
    >
      <p className="soft">{t('leaderTraining.coursesText')}</p>
      <Failure error={list.error} />
      {list.data && courses.length === 0 && (
        <Empty title={t('leaderTraining.coursesNone')}>{t('leaderTraining.coursesNoneText')}</Empty>
      )}
      <ul className="lt-list">
        {courses.map((course) => {
          const { participants } = course;
          const attended = participants.filter((one) => one.attended).length;
          const facts = [
            course.heldOn ? shortDate(course.heldOn, language) : t('leaderTraining.courseNoDate'),
            course.place,
            attended > 0
              ? t('leaderTraining.courseWent', { attended, count: participants.length })
              : t('leaderTraining.courseCount', { count: participants.length }),
            course.categories.join(', '),
          ];
          return (
            <li key={course.id} className="lt-row">
              <div>
                <strong>{course.title}</strong>
                <div className="soft">{facts.filter(Boolean).join(' · ')}</div>
                {participants.length > 0 && (
                  <div className="small">{participants.map(({ name }) => name).join(', ')}</div>
                )}
                {course.note !== '' && <div className="soft small">{course.note}</div>}
              </div>
              <RowActions name={course.title} onEdit={() => setOpen(course)} />
            </li>
          );
        })}
      </ul>
      {open && (
        <CourseDialog course={open === 'new' ? null : open} people={people} onClose={() => setOpen(null)} />
      )}
    </Sheet>
  );
}
