import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { useDraft } from '../../ui/drafts';
import { EditDialog } from '../../ui/EditDialog';
import type { Ledger } from './LeaderPage';

type Post = { categoryId: string; fromDate: string | null };
type PostsDialogProps = { ledger: Ledger; onClose: () => void };

/** All posts at the school with the day each began; the clock runs from the first that has the requirement. */
export function PostsDialog({ ledger, onClose }: PostsDialogProps) {
  const { t } = useTranslation();
  const { employeeId, posts: saved, categories, categoryId, employmentDate } = ledger;
  const kept = useDraft<Post[]>(`leader posts ${employeeId}`);
  // Whoever has none written yet begins with what is taken for granted, so that nothing is forgotten.
  const posts: readonly Post[] =
    kept.draft ?? (saved.length > 0 ? saved : [{ categoryId, fromDate: employmentDate }]);
  const set = (at: number, change: Partial<Post>) =>
    kept.keep(posts.map((post, index) => (index === at ? { ...post, ...change } : post)));
  const [asked, setAsked] = useState(false);
  const save = useOrder('leaderTraining', 'savePosts');
  const submit = () => {
    setAsked(true);
    const dated = posts.flatMap(({ categoryId: category, fromDate }) =>
      fromDate ? [{ categoryId: category, fromDate }] : [],
    );
    if (dated.length < posts.length) return;
    save.mutate(
      { employeeId, posts: dated },
      {
        onSuccess: () => {
          kept.drop();
          onClose();
        },
      },
    );
  };
  return (
    <EditDialog
      title={t('leaderTraining.posts')}
      kept={kept}
      error={save.error && { message: save.error.message }}
      isSaving={save.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">{t('leaderTraining.postsHint')}</p>
      {posts.map((post, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a post being written is its place
        <div key={index} className="lt-post">
          <NativeSelect
            label={t('leaderTraining.post', { number: index + 1 })}
            value={post.categoryId}
            data={categories.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => set(index, { categoryId: event.currentTarget.value })}
          />
          <DateField
            label={t('leaderTraining.postFrom')}
            value={post.fromDate}
            onChange={(fromDate) => set(index, { fromDate })}
            minDate={employmentDate}
            error={asked && !post.fromDate ? t('leaderTraining.dateMissing') : undefined}
            required
          />
          <Button
            variant="subtle"
            aria-label={t('leaderTraining.postRemove', { number: index + 1 })}
            onClick={() => kept.keep(posts.filter((_, at) => at !== index))}
          >
            {t('common.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="compact-sm"
          variant="default"
          disabled={posts.length >= 20}
          onClick={() => kept.keep([...posts, { categoryId, fromDate: null }])}
        >
          {t('leaderTraining.postAdd')}
        </Button>
      </div>
    </EditDialog>
  );
}
