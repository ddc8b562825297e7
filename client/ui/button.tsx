import type { ComponentProps } from 'react';
import { classes } from './classes.ts';

export type ButtonKind = 'primary' | 'plain' | 'quiet';

/** A native button; `primary` once per view at most, `quiet` looks like a link. */
export const Button = ({
  kind = 'plain',
  className,
  ...rest
}: ComponentProps<'button'> & { kind?: ButtonKind }) => (
  <button type="button" className={classes('button', `button-${kind}`, className)} {...rest} />
);
