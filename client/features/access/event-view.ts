/** A shift with its sign, a real minus: "+30", "−15", "0". */
export const signed = (minutes: number): string =>
  minutes === 0 ? '0' : `${minutes > 0 ? '+' : '−'}${Math.abs(minutes)}`;
