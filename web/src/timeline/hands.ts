// What is downloaded when the timeline is first touched.

export * from './details';
export * from './interact';
