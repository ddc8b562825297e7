import { Component, type ErrorInfo, type ReactNode } from 'react';
import type { Language } from '#core/language/routes.ts';
import { Button } from '../ui/button.tsx';
import { wordsOf } from '../ui/words.ts';

interface Props {
  readonly language: Language;
  /** A fault is forgotten when this changes, so that going to another page always works. */
  readonly resetKey: string;
  readonly children: ReactNode;
}

/** Keeps the screen from going blank: whatever breaks inside, this says so and offers a way on. */
export class ErrorBoundary extends Component<Props, { readonly brokenKey: string | null }> {
  override state = { brokenKey: null };

  override componentDidCatch(_error: unknown, _info: ErrorInfo) {
    this.setState({ brokenKey: this.props.resetKey });
  }

  static getDerivedStateFromError() {
    return { brokenKey: '' };
  }

  override render() {
    const { brokenKey } = this.state;
    const isBroken = brokenKey === '' || brokenKey === this.props.resetKey;
    if (!isBroken) return this.props.children;
    const { shell } = wordsOf(this.props.language);
    return (
      <div className="status status-failed" role="alert">
        <h1 className="page-heading">{shell.crashed[0]}</h1>
        <p>{shell.crashed[1]}</p>
        <p className="button-row">
          <Button onClick={() => this.setState({ brokenKey: null })}>{shell.retry}</Button>
          <Button onClick={() => window.location.reload()}>{shell.reload}</Button>
        </p>
      </div>
    );
  }
}
