import { Modal, TextInput } from '@mantine/core';
import { readQuery } from '@shared/domain/search-text';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSchoolYear } from '../../app/school-year';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { ChoiceList, optionId } from './ChoiceList';
import { type Choice, choiceGroups, destinationOf, type PageLink, stepIn } from './palette';
import { useSearch } from './use-search';

const listId = 'search-results';

type SearchDialogProps = { pages: readonly PageLink[]; pagesOnly: boolean; onClose: () => void };

/** One field that goes to every page and finds every name, note, agreement and plan; works by keyboard alone. */
export function SearchDialog({ pages, pagesOnly, onClose }: SearchDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { choose: chooseSchoolYear } = useSchoolYear();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  /** Enter came before the answer to what is typed. */
  const [isWaiting, setWaiting] = useState(false);
  const query = useMemo(() => readQuery(text), [text]);
  const { answer, isCurrent, error } = useSearch(query && !pagesOnly ? text : '');
  const groups = useMemo(() => choiceGroups(pages, answer?.results ?? [], query), [pages, answer, query]);
  const choices = groups.flatMap((group) => group.choices);
  const chosen = choices[Math.min(active, choices.length - 1)];

  const open = (choice: Choice) => {
    onClose();
    if ('page' in choice) return void navigate({ to: choice.page.to });
    const destination = destinationOf(choice.result);
    if (!destination) return;
    if ('schoolYear' in destination) chooseSchoolYear(destination.schoolYear);
    void navigate(destination);
  };
  useEffect(() => {
    if (!isWaiting || !isCurrent) return;
    setWaiting(false);
    if (chosen) open(chosen);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      setActive(
        stepIn(choices.length, Math.min(active, choices.length - 1), event.key === 'ArrowDown' ? 1 : -1),
      );
    else if (event.key === 'Enter') setWaiting(true);
    else return;
    event.preventDefault();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('search.title')}
      centered={false}
      yOffset="10vh"
      transitionProps={{ duration: 0 }}
      classNames={{ content: 'search-dialog' }}
    >
      <TextInput
        label={pagesOnly ? t('search.labelPages') : t('search.label')}
        description={t('search.keys')}
        data-autofocus
        value={text}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={choices.length > 0}
        aria-controls={choices.length > 0 ? listId : undefined}
        aria-activedescendant={chosen ? optionId(chosen) : undefined}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
          setWaiting(false);
        }}
      />
      <Failure error={error} />
      {!query && !pagesOnly && <p className="soft small search-hint">{t('search.hint')}</p>}
      {choices.length > 0 && (
        <ChoiceList
          id={listId}
          answersText={isCurrent ? text : null}
          groups={groups}
          chosen={chosen}
          onHover={setActive}
          onChoose={open}
        />
      )}
      {query && isCurrent && choices.length === 0 && (
        <Empty title={t('search.none', { text: text.trim() })}>{t('search.noneHint')}</Empty>
      )}
      <div role="status" className={answer?.more && query ? 'soft small search-hint' : 'visually-hidden'}>
        {query && isCurrent && choices.length > 0 && (
          <span className="visually-hidden">{t('search.found', { count: choices.length })} </span>
        )}
        {query && answer?.more && t('search.more')}
      </div>
    </Modal>
  );
}
