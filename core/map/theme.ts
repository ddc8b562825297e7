/** Colours of everything on the map that is not data. Quiet like paper; one accent for what is chosen. */
export interface MapColours {
  readonly paper: string;
  /** Land outside the region, drawn for context. */
  readonly neighbour: string;
  readonly neighbourLine: string;
  readonly land: string;
  readonly wood: string;
  readonly builtUp: string;
  readonly water: string;
  readonly shore: string;
  readonly roadMain: string;
  readonly roadMinor: string;
  readonly border: string;
  readonly regionBorder: string;
  readonly text: string;
  readonly quietText: string;
  readonly halo: string;
  readonly accent: string;
  /** Ground and lines of the hatching that marks "no data". */
  readonly blankGround: string;
  readonly blankLine: string;
  readonly marker: string;
  readonly markerLine: string;
}

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const mapColours: Readonly<Record<Theme, MapColours>> = {
  light: {
    paper: '#fbf9f4',
    neighbour: '#eae6dc',
    neighbourLine: '#cfc8b9',
    land: '#f6f2e8',
    wood: '#e3e8d6',
    builtUp: '#e2dacd',
    water: '#d3e2e8',
    shore: '#9db7c1',
    roadMain: '#a3937c',
    roadMinor: '#c9bda9',
    border: '#7d7464',
    regionBorder: '#4a4439',
    text: '#24221e',
    quietText: '#4f4a41',
    halo: '#ffffff',
    accent: '#a8321e',
    blankGround: '#e4e1da',
    blankLine: '#8b857a',
    marker: '#24221e',
    markerLine: '#ffffff',
  },
  dark: {
    paper: '#16191b',
    neighbour: '#1d2123',
    neighbourLine: '#343a3d',
    land: '#24292b',
    wood: '#263029',
    builtUp: '#343331',
    water: '#0f2a36',
    shore: '#32586a',
    roadMain: '#7a7264',
    roadMinor: '#4b4a45',
    border: '#8f979b',
    regionBorder: '#c3c9cb',
    text: '#f1efe9',
    quietText: '#b4b0a6',
    halo: '#16191b',
    accent: '#ff9d7d',
    blankGround: '#2c2f31',
    blankLine: '#7b8185',
    marker: '#f4f1ea',
    markerLine: '#16191b',
  },
};
