import { Button } from '@mantine/core';
import i18next from 'i18next';
import { Component, type ReactNode } from 'react';

/** A page that fails shows a way on; what is saved lies on the other side of the bridge and is untouched. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="page" role="alert">
        <p>{i18next.t('common.somethingWrong')}</p>
        <Button onClick={() => this.setState({ failed: false })}>{i18next.t('common.tryAgain')}</Button>
      </main>
    );
  }
}
