import { Button, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { kindMeanings, kindNames, type TalkKind, talkKinds } from '@shared/domain/talk-kinds';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { useLanguage } from '../../ui/use-language';
import { FormPreview } from './FormPreview';
import type { ListedForm } from './FormsPage';
import { UnitChoice } from './UnitChoice';

type Chosen = NonNullable<OutputOf<'talkForms', 'choose'>>;

const standard = 'standard';
const file = 'file';

/** A new form: from the one that comes with Spind, a copy, or a file, which is shown before it counts. */
export function NewFormDialog({ forms, onClose }: { forms: readonly ListedForm[]; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const create = useOrder('talkForms', 'create');
  const choose = useOrder('talkForms', 'choose');
  const [kind, setKind] = useState<TalkKind>('MUS');
  const [name, setName] = useState('');
  const [unitId, setUnitId] = useState<string | null>(null);
  const [from, setFrom] = useState(standard);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const origin = () => {
    if (from === standard) return null;
    if (from !== file) return { versionId: from };
    return chosen?.token ? { token: chosen.token } : undefined;
  };
  const start = origin();
  const copies = forms.flatMap(({ kind: own, name: called, published, draft }) => {
    const version = published ?? draft;
    return own === kind && version
      ? [{ value: version.id, label: t('talkForms.dialog.fromCopy', { name: called }) }]
      : [];
  });
  const takeKind = (value: string) => {
    setKind(talkKinds.find((one) => one === value) ?? kind);
    // What was chosen was read as a form of another kind.
    setChosen(null);
    if (from !== file) setFrom(standard);
  };
  return (
    <Modal opened size="lg" onClose={onClose} title={t('talkForms.dialog.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (start === undefined) return;
          create.mutate(
            { kind, name, unitId, from: start },
            {
              onSuccess: ({ versionId }) =>
                void navigate({ to: '/talks/forms/$versionId', params: { versionId } }),
            },
          );
        }}
      >
        <Stack>
          <NativeSelect
            label={t('talkForms.dialog.kind')}
            value={kind}
            onChange={(event) => takeKind(event.currentTarget.value)}
            data={talkKinds.map((value) => ({
              value,
              label: t('talkForms.dialog.kindName', {
                name: kindNames[value][language],
                meaning: kindMeanings[value][language].toLocaleLowerCase(language),
              }),
            }))}
          />
          <TextInput
            label={t('talkForms.dialog.name')}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <UnitChoice unitId={unitId} onChange={setUnitId} />
          <NativeSelect
            label={t('talkForms.dialog.from')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
            data={[
              { value: standard, label: t('talkForms.dialog.fromStandard') },
              ...copies,
              { value: file, label: t('talkForms.dialog.fromFile') },
            ]}
          />
          {from === file && (
            <>
              <p className="small soft form-hint">{t('talkForms.dialog.fileHint')}</p>
              <div>
                <Button
                  variant="default"
                  loading={choose.isPending}
                  onClick={() =>
                    choose.mutate({ kind }, { onSuccess: (answer) => answer && setChosen(answer) })
                  }
                >
                  {chosen ? t('talkForms.dialog.chooseOther') : t('talkForms.dialog.choose')}
                </Button>
              </div>
              <Failure error={choose.error} />
              {chosen && !choose.error && <FromFile chosen={chosen} />}
            </>
          )}
          <Failure error={create.error} />
        </Stack>
        <FormFoot
          submit={t('talkForms.dialog.create')}
          isSaving={create.isPending}
          isDisabled={!name.trim() || start === undefined}
          onCancel={onClose}
        />
      </form>
    </Modal>
  );
}

function FromFile({ chosen: { fileName, content, problems } }: { chosen: Chosen }) {
  const { t } = useTranslation();
  if (!content) {
    return (
      <div role="alert">
        <p>{t('talkForms.dialog.problems', { file: fileName, count: problems.length })}</p>
        <table className="table form-problems">
          <tbody>
            {problems.map(({ row, message }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change
              <tr key={index}>
                <th scope="row">{t('talkForms.dialog.row', { row })}</th>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  }
  return (
    <div>
      <p role="status">{t('talkForms.dialog.fileShown', { file: fileName })}</p>
      <FormPreview form={content} />
    </div>
  );
}
