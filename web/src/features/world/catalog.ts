// The AWS managed policies that the engine knows, for lists to choose from.

let arns: Promise<readonly string[]> | null = null;

/** Their ARNs; none where the list could not be downloaded, because an ARN can be typed as well. Asked for again after that. */
export function awsManagedPolicies(): Promise<readonly string[]> {
  arns ??= import('../../engine/generated/catalog.en.json').then(
    ({ default: catalog }) => catalog.managedPolicies.map(({ arn }) => arn),
    () => {
      arns = null;
      return [];
    },
  );
  return arns;
}
