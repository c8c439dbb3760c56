namespace JobMgmt.Aws.Protocols;

/// <summary>Marks a DateTime that goes over the wire as whole milliseconds since 1970.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EpochMillisecondsAttribute : Attribute;
