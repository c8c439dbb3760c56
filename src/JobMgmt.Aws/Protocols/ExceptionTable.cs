using System.Collections.Concurrent;
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
    private readonly ConcurrentDictionary<string, ConstructorInfo> _constructors = new(StringComparer.Ordinal);

    public AmazonServiceException Create(ErrorResponse error)
    {
        var constructor = _constructors.GetOrAdd(error.Code ?? string.Empty, code => Constructor(Find(code) ?? Find(code + "Exception") ?? baseType));
        return (AmazonServiceException)constructor.Invoke(
            [error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode]);
    }

    // One type by its name: walking all types of the assembly would load every dependency to answer for one error.
    private Type? Find(string name) =>
        name.All(char.IsLetterOrDigit) && baseType.Assembly.GetType($"{baseType.Namespace}.Model.{name}") is { } type && type.BaseType == baseType
            ? type
            : null;

    private static ConstructorInfo Constructor(Type type) => type.GetConstructors().Single(constructor => constructor.GetParameters().Length == 6);
}
