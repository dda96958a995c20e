import { Button, Modal, NativeSelect, TextInput, VisuallyHidden } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall, useOrder } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { RowActions } from '../../ui/RowActions';
import { Sheet } from '../../ui/Sheet';
import { useRemoval } from '../../ui/use-removal';

type Answer = OutputOf<'categories', 'list'>;
type Category = Answer['categories'][number];

/** Categories and the competence spider each is rated by; choosing one saves at once. */
export function CategoriesSheet() {
  const { t } = useTranslation();
  const answer = useCall('categories', 'list', {});
  const save = useOrder('categories', 'save');
  const removal = useRemoval<Category>({
    remove: ({ id }) => call('categories', 'remove', { id }),
    restore: ({ id }) => call('categories', 'restore', { id }),
    message: ({ name }) => t('teams.teamRemoved', { name }),
  });
  const [editing, setEditing] = useState<Category | 'new' | null>(null);
  const categories = answer.data?.categories;
  const spiders = answer.data?.spiderTemplates ?? [];
  const without = categories?.filter((one) => one.spiderTemplateId === null).length ?? 0;

  return (
    <Sheet
      title={t('teams.categories')}
      aside={
        <Button size="compact-sm" variant="default" onClick={() => setEditing('new')}>
          {t('teams.newCategory')}
        </Button>
      }
    >
      <Failure error={answer.error ?? save.error ?? removal.error} />
      {categories?.length === 0 && (
        <Empty title={t('teams.categoriesEmptyTitle')}>{t('teams.categoriesEmptyText')}</Empty>
      )}
      {categories && categories.length > 0 && (
        <>
          {spiders.length === 0 ? (
            <p className="reading-text soft">{t('teams.noSpidersYet')}</p>
          ) : (
            without > 0 && (
              <p className="reading-text state-partly">{t('teams.withoutSpider', { count: without })}</p>
            )
          )}
          <table className="table" aria-label={t('teams.categories')}>
            <thead>
              <tr>
                <th scope="col">{t('common.name')}</th>
                <th scope="col">{t('teams.employees')}</th>
                <th scope="col">{t('teams.spider')}</th>
                <th scope="col">
                  <VisuallyHidden>{t('teams.actions')}</VisuallyHidden>
                </th>
              </tr>
            </thead>
            <tbody>
              {categories.map((category) => (
                <tr key={category.id}>
                  <th scope="row">{category.name}</th>
                  <td>{category.employees}</td>
                  <td>
                    <NativeSelect
                      size="xs"
                      aria-label={t('teams.spiderFor', { name: category.name })}
                      value={category.spiderTemplateId ?? ''}
                      data={spiderChoices(spiders, t('teams.noSpider'))}
                      onChange={(event) =>
                        save.mutate({
                          id: category.id,
                          name: category.name,
                          spiderTemplateId: event.currentTarget.value || null,
                        })
                      }
                    />
                  </td>
                  <td>
                    <RowActions
                      name={category.name}
                      onEdit={() => setEditing(category)}
                      onRemove={() => void removal.removeIt(category)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <Modal
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={editing === 'new' ? t('teams.newCategory') : t('teams.editCategory')}
      >
        <CategoryFields
          category={editing === 'new' ? null : editing}
          spiders={spiders}
          onClose={() => setEditing(null)}
        />
      </Modal>
    </Sheet>
  );
}

const spiderChoices = (spiders: Answer['spiderTemplates'], none: string) => [
  { value: '', label: none },
  ...spiders.map(({ id, name }) => ({ value: id, label: name })),
];

function CategoryFields(props: {
  category: Category | null;
  spiders: Answer['spiderTemplates'];
  onClose: () => void;
}) {
  const { category, spiders, onClose } = props;
  const { t } = useTranslation();
  const [name, setName] = useState(category?.name ?? '');
  const [spiderTemplateId, setSpider] = useState(category?.spiderTemplateId ?? '');
  const save = useOrder('categories', 'save');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(
          { ...(category && { id: category.id }), name, spiderTemplateId: spiderTemplateId || null },
          { onSuccess: onClose },
        );
      }}
    >
      <div className="field-stack">
        <TextInput
          label={t('common.name')}
          required
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={save.error?.fields.name}
        />
        <NativeSelect
          label={t('teams.spider')}
          value={spiderTemplateId}
          onChange={(event) => setSpider(event.currentTarget.value)}
          data={spiderChoices(spiders, t('teams.noSpider'))}
        />
      </div>
      {!save.error?.fields.name && <Failure error={save.error} />}
      <FormFoot
        submit={t('common.save')}
        isSaving={save.isPending}
        isDisabled={name.trim() === ''}
        onCancel={onClose}
      />
    </form>
  );
}
