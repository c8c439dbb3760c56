using System.Reflection;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace JobMgmt.Aws.Protocols;

/// <summary>
/// A service's typed exceptions by error code. As in the official packages the class is the code, with "Exception" added where it
/// does not end so; any other code gives the service's base exception with ErrorCode set.
/// </summary>
internal sealed class ExceptionTable(Type baseType)
{
    private const string Suffix = "Exception";

    private readonly Lazy<Dictionary<string, ConstructorInfo>> _constructors = new(() => baseType.Assembly.GetTypes()
        .Where(type => type.BaseType == baseType)
        .ToDictionary(type => type.Name, Constructor, StringComparer.Ordinal));

    private readonly Lazy<ConstructorInfo> _fallback = new(() => Constructor(baseType));

    public AmazonServiceException Create(ErrorResponse error)
    {
        var code = error.Code ?? string.Empty;
        var table = _constructors.Value;
        var constructor = table.TryGetValue(code, out var exact) ? exact
            : table.TryGetValue(code + Suffix, out var suffixed) ? suffixed
            : _fallback.Value;
        return (AmazonServiceException)constructor.Invoke(
            [error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode]);
    }

    private static ConstructorInfo Constructor(Type type) => type.GetConstructors().Single(constructor => constructor.GetParameters().Length == 6);
}
