namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>A state machine's encryption.</summary>
public sealed class EncryptionConfiguration
{
    /// <summary>The KMS key.</summary>
    public string? KmsKeyId { get; set; }

    /// <summary>How long a data key is used, 60 to 900 seconds.</summary>
    public int? KmsDataKeyReusePeriodSeconds { get; set; }

    /// <summary>The type.</summary>
    public EncryptionType Type { get; set; } = null!;
}
