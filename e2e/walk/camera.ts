/** Called by the walk at every screen worth a picture; the demo photographs, tests look for faults of accessibility. */
export type Camera = (screen: string) => Promise<void>;

export const noCamera: Camera = async () => undefined;
