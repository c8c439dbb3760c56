namespace JobMgmt.Runtime.Objects;

/// <summary>A checksum that is being computed.</summary>
internal interface IChecksum
{
    void Append(ReadOnlySpan<byte> data);

    /// <summary>The checksum of all that was appended. Called once.</summary>
    byte[] Finish();
}
