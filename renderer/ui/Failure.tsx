import { Alert } from '@mantine/core';

/** What went wrong, in the words the machine gave. Nothing when there is nothing. */
export function Failure({
  error,
}: {
  error: { message: string; fields?: Readonly<Record<string, string>> } | null | undefined;
}) {
  if (!error) return null;
  const fields = Object.entries(error.fields ?? {});
  return (
    <Alert color="brick" variant="light" role="alert" my="sm">
      {error.message}
      {fields.length > 0 && (
        <ul>
          {fields.map(([field, message]) => (
            <li key={field}>{message}</li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
