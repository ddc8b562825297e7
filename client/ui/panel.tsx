import { type ReactNode, useId, useState } from 'react';

/** A section with a heading of its own. `level` follows the headings around it. */
export const Panel = ({
  title,
  level = 2,
  children,
}: {
  title: string;
  level?: 2 | 3;
  children: ReactNode;
}) => {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="panel" aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      {children}
    </section>
  );
};

/** Something to open when wanted: native details. */
export const Disclosure = ({
  summary,
  isOpenAtFirst = false,
  onOpen,
  children,
}: {
  summary: ReactNode;
  isOpenAtFirst?: boolean;
  /** Told when it is opened, not when it begins open. */
  onOpen?: () => void;
  children: ReactNode;
}) => {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  return (
    <details
      className="disclosure"
      open={isOpen}
      onToggle={(event) => {
        const { open } = event.currentTarget;
        if (open && !isOpen) onOpen?.();
        setIsOpen(open);
      }}
    >
      <summary>{summary}</summary>
      <div className="disclosure-body">{children}</div>
    </details>
  );
};
