namespace JobMgmt.Runtime.Wire.S3;

/// <summary>A request whose head is rightly signed, and what its body is to be verified with.</summary>
/// <param name="Payload">x-amz-content-sha256: the body's hash, UNSIGNED-PAYLOAD, or one of the STREAMING forms.</param>
/// <param name="Key">The signing key.</param>
/// <param name="Date">X-Amz-Date.</param>
/// <param name="Scope">The credential scope.</param>
/// <param name="Signature">The head's signature, which the first chunk's is chained to.</param>
internal sealed record VerifiedHead(string Payload, byte[] Key, string Date, string Scope, string Signature);
