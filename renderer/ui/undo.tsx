import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';

/** Says what disappeared and offers it back for ten seconds. */
export function offerUndo({
  message,
  label,
  undo,
}: {
  message: string;
  label: string;
  undo: () => unknown;
}): void {
  const id = notifications.show({
    autoClose: 10_000,
    withCloseButton: true,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{message}</span>
        <Button
          size="compact-sm"
          variant="default"
          flex="none"
          onClick={() => {
            notifications.hide(id);
            void bringBack(undo);
          }}
        >
          {label}
        </Button>
      </Group>
    ),
  });
}

/** Says why, when what disappeared cannot come back: something later may rest on its being gone. */
async function bringBack(undo: () => unknown): Promise<void> {
  try {
    await undo();
  } catch (error) {
    if (error instanceof Error) notifications.show({ color: 'brick', message: error.message });
  }
}
