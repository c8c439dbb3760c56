namespace JobMgmt.Runtime.Executions.Integrations;

/// <summary>
/// The error codes that a service's model names: the SDK has an exception for each of them, and one, named after the service, for all others. A table, of botocore 1.43.11;
/// codes of services that are not in it count as named.
/// </summary>
internal static class SdkExceptions
{
    private static readonly Dictionary<string, HashSet<string>> _named = new(StringComparer.Ordinal)
    {
        ["dynamodb"] =
        [
            "BackupInUseException", "BackupNotFoundException", "ConditionalCheckFailedException", "ContinuousBackupsUnavailableException", "DuplicateItemException",
            "ExportConflictException", "ExportNotFoundException", "GlobalTableAlreadyExistsException", "GlobalTableNotFoundException",
            "IdempotentParameterMismatchException", "ImportConflictException", "ImportNotFoundException", "IndexNotFoundException", "InternalServerError",
            "InvalidExportTimeException", "InvalidRestoreTimeException", "ItemCollectionSizeLimitExceededException", "LimitExceededException",
            "PointInTimeRecoveryUnavailableException", "PolicyNotFoundException", "ProvisionedThroughputExceededException", "ReplicaAlreadyExistsException",
            "ReplicaNotFoundException", "ReplicatedWriteConflictException", "RequestLimitExceeded", "ResourceInUseException", "ResourceNotFoundException",
            "TableAlreadyExistsException", "TableInUseException", "TableNotFoundException", "ThrottlingException", "TransactionCanceledException",
            "TransactionConflictException", "TransactionInProgressException",
        ],
        ["events"] =
        [
            "AccessDeniedException", "ConcurrentModificationException", "IllegalStatusException", "InternalException", "InvalidEventPatternException",
            "InvalidStateException", "LimitExceededException", "ManagedRuleException", "OperationDisabledException", "PolicyLengthExceededException",
            "ResourceAlreadyExistsException", "ResourceNotFoundException", "ThrottlingException",
        ],
        ["iam"] =
        [
            "AccountNotManagementOrDelegatedAdministratorException", "CallerIsNotManagementAccountException", "ConcurrentModification", "DeleteConflict",
            "DuplicateCertificate", "DuplicateSSHPublicKey", "EntityAlreadyExists", "EntityTemporarilyUnmodifiable", "FeatureDisabled", "FeatureEnabled",
            "InvalidAuthenticationCode", "InvalidCertificate", "InvalidInput", "InvalidPublicKey", "InvalidUserType", "KeyPairMismatch", "LimitExceeded",
            "MalformedCertificate", "MalformedPolicyDocument", "NoSuchEntity", "NotSupportedService", "OpenIdIdpCommunicationError", "OrganizationNotFoundException",
            "OrganizationNotInAllFeaturesModeException", "PasswordPolicyViolation", "PolicyEvaluation", "PolicyNotAttachable", "ReportExpired",
            "ReportGenerationLimitExceeded", "ReportInProgress", "ReportNotPresent", "ServiceAccessNotEnabledException", "ServiceFailure", "UnmodifiableEntity",
            "UnrecognizedPublicKeyEncoding",
        ],
        ["s3"] =
        [
            "AccessDenied", "BucketAlreadyExists", "BucketAlreadyOwnedByYou", "EncryptionTypeMismatch", "IdempotencyParameterMismatch", "InvalidObjectState",
            "InvalidRequest", "InvalidWriteOffset", "NoSuchBucket", "NoSuchKey", "NoSuchUpload", "ObjectAlreadyInActiveTierError", "ObjectNotInActiveTierError",
            "TooManyParts",
        ],
        ["scheduler"] =
        [
            "ConflictException", "InternalServerException", "ResourceNotFoundException", "ServiceQuotaExceededException", "ThrottlingException", "ValidationException",
        ],
        ["sts"] =
        [
            "ExpiredTokenException", "ExpiredTradeInTokenException", "IDPCommunicationError", "IDPRejectedClaim", "InvalidAuthorizationMessageException",
            "InvalidIdentityToken", "JWTPayloadSizeExceededException", "MalformedPolicyDocument", "OutboundWebIdentityFederationDisabledException",
            "PackedPolicyTooLarge", "RegionDisabledException", "SessionDurationEscalationException",
        ],
        ["ec2"] = [],
    };

    /// <summary>The exception of a code, or the service's own.</summary>
    public static string Name(string service, string code, string others) =>
        _named.TryGetValue(service, out var named) && !named.Contains(code) ? others : SdkNames.Exception(code);
}
