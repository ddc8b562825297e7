export interface Recent<T> {
  /** The value of a key, made when it is not among the recent ones. A value that failed is not kept. */
  recall(key: string, make: () => Promise<T>): Promise<T>;
  forget(): void;
}

/** The `most` values asked for last. */
export const createRecent = <T>(most: number): Recent<T> => {
  const values = new Map<string, Promise<T>>();
  return {
    recall(key, make) {
      const value = values.get(key) ?? make();
      values.delete(key);
      values.set(key, value);
      const [oldest] = values.keys();
      if (values.size > most && oldest !== undefined) values.delete(oldest);
      value.catch(() => values.delete(key));
      return value;
    },
    forget: () => values.clear(),
  };
};
